package dev.kulanz.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Knows which step comes next for whom, for the first time or after a reminder of ours or of another system. */
public interface NextSteps {

    /**
     * What comes next.
     *
     * @param due UTC; quiet hours, Sundays and holidays may still move it
     * @param channel null: there is no usable contact point, or it waits
     * @param needed how much must be open before anything is asked for; null: it does not wait for more
     */
    record NextStep(
            String step,
            Instant due,
            @Nullable String channel,
            @Nullable BigDecimal needed) {}

    /**
     * What comes next for the accounts of a creditor on which something is open, as the tables stand in this
     * transaction; also before there is a case. Nothing is written.
     *
     * @param last steps that are due after this day are left out
     */
    Map<UUID, NextStep> until(LocalDate last, String creditorId);
}

package dev.kulanz.departures;

import dev.kulanz.shared.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Follows how far what was due when sending began to rest has been decided. */
@Component
public class CatchingUp {

    private static final Logger LOG = LoggerFactory.getLogger(CatchingUp.class);

    /** Work that fails again and again, or never ends, must not keep all from being sent for good. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final RestTable table;
    private final DepartedTable departed;
    private final List<CatchUp> all;
    private final BusinessClock clock;

    CatchingUp(RestTable table, DepartedTable departed, List<CatchUp> all, BusinessClock clock) {
        this.table = table;
        this.departed = departed;
        this.all = List.copyOf(all);
        this.clock = clock;
    }

    /** The rest that is in force, with how far it has come by now; empty: nothing rests. */
    public Optional<Rest> look() {
        Optional<Rest> rest = table.active();
        if (rest.isPresent() && rest.get().caughtUpSeq() == null) {
            Instant noticed = rest.get().noticedAt();
            boolean isLate = clock.instant().isAfter(noticed.plus(PATIENCE));
            if (isLate || all.stream().allMatch(one -> one.isDone(noticed))) {
                if (isLate) {
                    LOG.warn("What is due is still not all decided: what may have left is looked for without it.");
                }
                table.caughtUp(rest.get(), departed.lastDecision());
                return table.active();
            }
        }
        return rest;
    }

    /** All that may have left has been found. */
    public void marked(Rest rest) {
        table.marked(rest);
    }
}

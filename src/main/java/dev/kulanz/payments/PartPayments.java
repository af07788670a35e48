package dev.kulanz.payments;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.shared.BusinessClock;
import java.math.BigDecimal;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Who pays a good part shows that he wants to pay: the ladder rests a week, once a step. */
@Component
class PartPayments {

    /** Of what was open. */
    private static final BigDecimal GOOD_PART = new BigDecimal("0.20");

    private static final int REST_DAYS = 7;

    private final Blocks blocks;
    private final Cases cases;
    private final BusinessClock clock;

    PartPayments(Blocks blocks, Cases cases, BusinessClock clock) {
        this.blocks = blocks;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * The debtor paid; the caller holds the locks.
     *
     * @param openBefore what was open in the case before
     */
    void rest(DunningCase of, BigDecimal openBefore, BigDecimal paid) {
        boolean good = paid.compareTo(openBefore.multiply(GOOD_PART)) >= 0;
        Instant stepSince = cases.lastToldAt(of).orElse(of.openedAt());
        if (good && !blocks.wasPlacedSince(of, BlockReason.PART_PAYMENT, stepSince)) {
            blocks.place(
                    of.number(),
                    new Blocks.Wanted(
                            BlockReason.PART_PAYMENT, null, clock.today().plusDays(REST_DAYS), "PAYMENT", null));
        }
    }
}

package dev.kulanz.handover;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.CaseExits;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings cases back from the agency. */
@Component
class Returns {

    /** Nobody is to hear from us while the agency's last letter may still be on its way. */
    private static final int DAYS_OF_REST = 14;

    private final CaseExits exits;
    private final Blocks blocks;
    private final BusinessClock clock;

    Returns(CaseExits exits, Blocks blocks, BusinessClock clock) {
        this.exits = exits;
        this.blocks = blocks;
        this.clock = clock;
    }

    /** The agency never took it: whoever released it decides again. */
    void takeBack(DunningCase of) {
        exits.takeBack(of);
    }

    /** The agency had it: it rests, then the journey starts anew in the next round. */
    void reopen(DunningCase of, @Nullable String reason) {
        LocalDate until = clock.today().plusDays(DAYS_OF_REST);
        exits.reopen(of, BusinessCalendar.opening(until.plusDays(1)), "RECALLED");
        blocks.place(of.number(), new Blocks.Wanted(BlockReason.RETURNED, null, until, RestMatter.CAME_BACK, reason));
    }
}

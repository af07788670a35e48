package dev.kulanz.handover;

import dev.kulanz.cases.BlockMatters;
import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.Matter;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Said;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Behind the rest of a case that was not handed over, or came back, stands what was decided. It ends with the rest. */
@Component
class RestMatter implements BlockMatters {

    /** A person let it rest in place of handing it over. */
    static final String DECIDED = "HANDOVER";

    /** The agency gave it back. */
    static final String CAME_BACK = "AGENCY";

    @Override
    public Map<UUID, Matter> behind(DunningCase of, Collection<CaseBlock> blocks) {
        Map<UUID, Matter> rests = new HashMap<>();
        for (CaseBlock block : blocks) {
            LocalDate until = block.until();
            if (block.reason() != BlockReason.RETURNED || until == null) {
                continue;
            }
            LocalDate since = LocalDate.ofInstant(block.fromAt(), BusinessClock.ZONE);
            switch (block.source()) {
                case DECIDED -> rests.put(block.id(), decided(block, since, until));
                case CAME_BACK -> rests.put(block.id(), cameBack(since, until));
                default -> {} // somebody placed it by hand
            }
        }
        return rests;
    }

    private static Matter decided(CaseBlock block, LocalDate since, LocalDate until) {
        return new Matter(
                Said.of(
                        "matter.rest.decided",
                        "On {0} {1} decided that the case rests until {2} and is not handed over before.",
                        since,
                        block.placedBy(),
                        until),
                Said.of(
                        "matter.rest.decided.ends",
                        "The rest ends: the case goes on where it stands, and the hand-over has to be decided anew."));
    }

    private static Matter cameBack(LocalDate since, LocalDate until) {
        return new Matter(
                Said.of(
                        "matter.rest.back",
                        "The agency gave the case back on {0}. It rests until {1}, as the agency's last letter may still be under way.",
                        since,
                        until),
                Said.of("matter.rest.back.ends", "The rest ends, and the reminders begin anew."));
    }

    @Override
    public void end(DunningCase of, CaseBlock block) {
        // Whoever waits for the end of the block goes on.
    }
}

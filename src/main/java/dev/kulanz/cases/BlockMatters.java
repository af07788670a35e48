package dev.kulanz.cases;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * What stands behind blocks; a bean of each capability that places blocks for something of its own that goes on. A block of
 * which nobody says anything is lifted without a question.
 */
public interface BlockMatters {

    /** What stands behind these blocks of a case at this moment, by the block's id; those that are not ours are absent. */
    Map<UUID, Matter> behind(DunningCase of, Collection<CaseBlock> blocks);

    /**
     * Ends what stands behind a block, and sees to it that the debtor hears of it before he is asked for money. The block may end
     * with it; if not, it is lifted after this. The caller holds the case's lock.
     */
    void end(DunningCase of, CaseBlock block);
}

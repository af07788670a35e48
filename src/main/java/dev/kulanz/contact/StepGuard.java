package dev.kulanz.contact;

import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.Notices.Notice;
import dev.kulanz.receivables.ItemBalance;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Knows where a case and its items stand on its ladder; told by the module that runs the journey. */
public interface StepGuard {

    /**
     * Whether a demand that was planned days ago would skip a notice by now, as when an older invoice is no longer
     * disputed. The caller holds the case's lock.
     */
    boolean wouldSkip(DunningCase of, Step step);

    /**
     * Of which step each item is told by a demand of this step: of no later one than its own next. An item that nobody was
     * told of yet is at its first, also beside a final notice for an older one.
     *
     * @param past the notices of these items that count, by item
     */
    Map<UUID, Step> ownSteps(DunningCase of, Step step, List<ItemBalance> items, Map<UUID, List<Notice>> past);
}

package dev.kulanz.contact;

import dev.kulanz.cases.DunningCase;

/** Knows where a case stands on its ladder; told by the module that runs the journey. */
public interface StepGuard {

    /**
     * Whether a demand that was planned days ago would skip a notice by now, as when an older invoice is no longer
     * disputed. The caller holds the case's lock.
     */
    boolean wouldSkip(DunningCase of, Step step);
}

package dev.kulanz.cases;

import java.util.Collection;
import java.util.Map;

/** Knows what happens next in a case; told by the module that runs the journey. */
public interface NextActions {

    /**
     * For each of these cases what happens next; cases in which nothing does are absent.
     *
     * @param caseNumbers asked for together, so that a list needs no question per line
     */
    Map<String, NextAction> of(Collection<String> caseNumbers);
}

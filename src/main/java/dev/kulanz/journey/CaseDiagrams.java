package dev.kulanz.journey;

import dev.kulanz.cases.DunningCase;
import java.util.List;
import java.util.Map;

/** Diagrams for people: the way of one case, and how many cases stand where. */
public interface CaseDiagrams {

    /** The ladder of the case first, then what it called; empty before its journey was started. */
    List<CaseDiagram> of(DunningCase of);

    /** For each element of the ladder how many running cases stand there: element id → cases. */
    Map<String, Long> counts(String processId);
}

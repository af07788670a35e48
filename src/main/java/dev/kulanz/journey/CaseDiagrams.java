package dev.kulanz.journey;

import dev.kulanz.cases.DunningCase;
import java.util.List;
import java.util.Map;

/** Diagrams for people: the way of one case, and how many cases stand where. */
public interface CaseDiagrams {

    /** The ladder of the case first, then what it called; empty before its journey was started. */
    List<CaseDiagram> of(DunningCase of);

    /** A ladder by its name in the diagram. */
    record LadderName(String processId, String name) {}

    /** The ladders that cases go up, the one for consumers first. */
    List<LadderName> ladders();

    /** The latest version of a ladder, without anybody's way. */
    CaseDiagram ladder(String processId);

    /**
     * For each element of a ladder how many running cases stand there: element id → cases.
     *
     * @param creditors only cases of these; none named: of all
     */
    Map<String, Long> counts(String processId, String... creditors);
}

package dev.kulanz.journey.engine;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;

/**
 * Expressions in task queries run in the engine when the query does. The engine checks the query itself and forgets the
 * queries under its "or" (CVE-2026-109432), and evaluates whatever stands in a stored filter.
 */
final class QueryExpressions {

    /** What Tasklist's filters need: who I am, and what day it is. Anything else could reach into the engine. */
    private static final Pattern HARMLESS = Pattern.compile("\\s*[$#]\\{\\s*(currentUser\\(\\)|currentUserGroups\\(\\)"
            + "|(now|dateTime)\\(\\)(\\.(plus|minus)(Minutes|Hours|Days|Weeks|Months|Years)\\(\\d{1,4}\\)"
            + "|\\.withTimeAtStartOfDay\\(\\))*)\\s*}\\s*");

    private QueryExpressions() {}

    /** Refuses a query with any expression, however deep. */
    static void refuseAny(TaskQueryImpl query) {
        for (TaskQueryImpl part : partsOf(query)) {
            if (!part.getExpressions().isEmpty()) {
                throw new BadUserRequestException("Expressions are not allowed in a query, nor in its orQueries.");
            }
        }
    }

    /** Refuses a query to be stored unless its expressions are harmless; under "or" there may be none. */
    static void refuseHarmful(TaskQueryImpl query) {
        for (TaskQueryImpl part : partsOf(query)) {
            if (part != query && !part.getExpressions().isEmpty()) {
                throw new BadUserRequestException("Expressions are not allowed in orQueries.");
            }
        }
        for (String expression : query.getExpressions().values()) {
            if (!HARMLESS.matcher(expression).matches()) {
                throw new BadUserRequestException(
                        "A filter may use ${currentUser()}, ${currentUserGroups()}, ${now()} and"
                                + " ${dateTime()} with plus and minus, not: " + expression);
            }
        }
    }

    private static Set<TaskQueryImpl> partsOf(TaskQueryImpl query) {
        Set<TaskQueryImpl> found = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<TaskQueryImpl> toVisit = new ArrayDeque<>(List.of(query));
        while (!toVisit.isEmpty()) {
            TaskQueryImpl part = toVisit.pop();
            if (found.add(part)) {
                toVisit.addAll(part.getQueries());
            }
        }
        return found;
    }
}

package dev.kulanz.contact;

import dev.kulanz.cases.Cases;
import dev.kulanz.decisions.Fact;
import dev.kulanz.decisions.FactSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What rules may ask about calls of the present round. */
@Component
class CallFacts implements FactSource {

    private static final List<Fact> FACTS = List.of(
            new Fact("callsMade", Fact.Type.NUMBER, "calls", "Calls of this round that were tried, answered or not."),
            new Fact(
                    "lastCallOutcome",
                    Fact.Type.STRING,
                    "PROMISED, TALKED, HUMAN_WANTED, BUSY, NO_ANSWER, VOICEMAIL, WRONG_NUMBER or FAILED",
                    "What became of the last call of this round that was tried.",
                    Arrays.stream(CallOutcome.values())
                            .filter(CallOutcome::isTried)
                            .map(CallOutcome::name)
                            .collect(Collectors.toSet())),
            new Fact("reachedByPhone", Fact.Type.BOOLEAN, "", "Somebody was talked to in a call of this round."));

    private final Cases cases;
    private final CallLog calls;

    CallFacts(Cases cases, CallLog calls) {
        this.cases = cases;
        this.calls = calls;
    }

    @Override
    public Collection<Fact> facts() {
        return FACTS;
    }

    @Override
    public Map<String, Object> lookUp(String caseNumber, Set<String> names) {
        List<CallOutcome> tried = calls.ofRound(cases.get(caseNumber));
        Map<String, Object> found = new HashMap<>();
        found.put("callsMade", tried.size());
        found.put("reachedByPhone", tried.stream().anyMatch(CallOutcome::isReached));
        if (!tried.isEmpty()) {
            found.put("lastCallOutcome", tried.get(tried.size() - 1).name());
        }
        found.keySet().retainAll(names);
        return found;
    }
}

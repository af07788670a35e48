package dev.kulanz.agreements;

import dev.kulanz.agreements.Promise.Status;
import dev.kulanz.cases.Cases;
import dev.kulanz.decisions.Fact;
import dev.kulanz.decisions.FactSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What rules may ask about promises. */
@Component
class PromiseFacts implements FactSource {

    private final Cases cases;
    private final PromiseTable table;

    PromiseFacts(Cases cases, PromiseTable table) {
        this.cases = cases;
        this.table = table;
    }

    @Override
    public Collection<Fact> facts() {
        return List.of(
                new Fact("openPromise", Fact.Type.BOOLEAN, "", "A promise to pay is open at this moment."),
                new Fact(
                        "promisesMade",
                        Fact.Type.NUMBER,
                        "promises",
                        "Promises made in this case, in all its rounds, those that were replaced included; not those that we ended before their day."),
                new Fact(
                        "brokenPromises",
                        Fact.Type.NUMBER,
                        "promises",
                        "Promises of this case of which nothing was paid; partly kept ones do not count."));
    }

    @Override
    public Map<String, Object> lookUp(String caseNumber, Set<String> names) {
        List<Promise> promises = table.ofCase(cases.get(caseNumber).id());
        Map<String, Object> found = new HashMap<>(Map.of(
                "openPromise",
                promises.stream().anyMatch(Promise::isOpen),
                "promisesMade",
                (int) promises.stream().filter(Promise::counts).count(),
                "brokenPromises",
                (int) promises.stream()
                        .filter(promise -> promise.status() == Status.BROKEN)
                        .count()));
        found.keySet().retainAll(names);
        return found;
    }
}

package dev.kulanz.contact;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.decisions.Fact;
import dev.kulanz.decisions.FactSource;
import dev.kulanz.receivables.Debtors;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether a letter would find the debtor. */
@Component
class PostalFacts implements FactSource {

    private final Cases cases;
    private final Debtors debtors;
    private final CaseContacts contacts;

    PostalFacts(Cases cases, Debtors debtors, CaseContacts contacts) {
        this.cases = cases;
        this.debtors = debtors;
        this.contacts = contacts;
    }

    @Override
    public Collection<Fact> facts() {
        return List.of(new Fact(
                "hasAddress",
                Fact.Type.BOOLEAN,
                "",
                "Street, postcode and city are known, and no letter of this round came back from there."));
    }

    @Override
    public Map<String, Object> lookUp(String caseNumber, Set<String> names) {
        DunningCase of = cases.get(caseNumber);
        return Map.of(
                "hasAddress",
                debtors.get(of.debtorId()).hasAddress() && !contacts.of(of.id()).letterCameBack());
    }
}

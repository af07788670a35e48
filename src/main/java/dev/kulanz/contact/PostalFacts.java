package dev.kulanz.contact;

import dev.kulanz.cases.CaseItems;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.decisions.Fact;
import dev.kulanz.decisions.FactSource;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.Debtors;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether a letter would find the debtor, and can be written at all. */
@Component
class PostalFacts implements FactSource {

    private final Cases cases;
    private final Debtors debtors;
    private final CaseContacts contacts;
    private final Creditors creditors;
    private final CaseItems items;

    PostalFacts(Cases cases, Debtors debtors, CaseContacts contacts, Creditors creditors, CaseItems items) {
        this.creditors = creditors;
        this.items = items;
        this.cases = cases;
        this.debtors = debtors;
        this.contacts = contacts;
    }

    @Override
    public Collection<Fact> facts() {
        return List.of(
                new Fact(
                        "hasAddress",
                        Fact.Type.BOOLEAN,
                        "",
                        "Street, postcode and city are known, no letter of this round came back from there, and our letters can show the name, the address and what is owed."));
    }

    @Override
    public Map<String, Object> lookUp(String caseNumber, Set<String> names) {
        DunningCase of = cases.get(caseNumber);
        Debtor to = debtors.get(of.debtorId());
        return Map.of("hasAddress", to.hasAddress() && !contacts.of(of.id()).letterCameBack() && canWrite(of, to));
    }

    private boolean canWrite(DunningCase of, Debtor to) {
        return LetterWriting.canWrite(creditors.recent(of.creditorId()), to, null, items.demandable(of));
    }
}

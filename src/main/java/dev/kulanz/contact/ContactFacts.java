package dev.kulanz.contact;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.decisions.Fact;
import dev.kulanz.decisions.FactSource;
import dev.kulanz.receivables.ContactPoint;
import dev.kulanz.receivables.ContactPoints;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What rules may ask about how a debtor can be reached and how he reacted so far. */
@Component
class ContactFacts implements FactSource {

    private static final Set<String> COUNTED =
            Set.of("failedContacts", "failedEmails", "unansweredReminders", "hasPaidPart");

    private final Cases cases;
    private final ContactPoints contactPoints;
    private final CaseContacts contacts;

    ContactFacts(Cases cases, ContactPoints contactPoints, CaseContacts contacts) {
        this.cases = cases;
        this.contactPoints = contactPoints;
        this.contacts = contacts;
    }

    @Override
    public Collection<Fact> facts() {
        return List.of(
                new Fact("hasEmail", Fact.Type.BOOLEAN, "", "A usable e-mail address is known."),
                new Fact("hasMobile", Fact.Type.BOOLEAN, "", "A usable mobile number is known."),
                new Fact("hasPhone", Fact.Type.BOOLEAN, "", "A usable phone or mobile number is known."),
                new Fact("failedEmails", Fact.Type.NUMBER, "messages", "Like failedContacts, but e-mails only."),
                new Fact(
                        "failedContacts",
                        Fact.Type.NUMBER,
                        "messages",
                        "Messages of this round that failed at an address now in use, since it was last confirmed; outages do not count."),
                new Fact(
                        "hasPaidPart",
                        Fact.Type.BOOLEAN,
                        "",
                        "The debtor paid something since we first wrote to him in this round."),
                new Fact(
                        "unansweredReminders",
                        Fact.Type.NUMBER,
                        "messages",
                        "Demands of this round that went out after the due date that counts now and were not followed by a full payment."));
    }

    @Override
    public Map<String, Set<String>> contextWords() {
        return Map.of("step", Arrays.stream(Step.values()).map(Step::id).collect(Collectors.toSet()));
    }

    @Override
    public Map<String, Object> lookUp(String caseNumber, Set<String> names) {
        DunningCase of = cases.get(caseNumber);
        Map<String, Object> found = new HashMap<>();
        if (names.contains("hasEmail") || names.contains("hasMobile") || names.contains("hasPhone")) {
            var usable = contactPoints.of(of.debtorId()).stream()
                    .filter(ContactPoint::usable)
                    .map(ContactPoint::kind)
                    .toList();
            found.put("hasEmail", usable.contains(ContactPoint.Kind.EMAIL));
            found.put("hasMobile", usable.contains(ContactPoint.Kind.MOBILE));
            found.put(
                    "hasPhone", usable.contains(ContactPoint.Kind.PHONE) || usable.contains(ContactPoint.Kind.MOBILE));
        }
        if (names.stream().anyMatch(COUNTED::contains)) {
            found.putAll(contacts.of(of.id()).asFacts());
        }
        found.keySet().retainAll(names);
        return found;
    }
}

package dev.kulanz.portal;

import dev.kulanz.cases.CaseItems;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.contact.Contact;
import dev.kulanz.contact.Contacts;
import dev.kulanz.contact.PaymentLinks;
import dev.kulanz.receivables.Creditors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what a payment link is about, as it stands at this moment. */
@Component
class Demands {

    private final PaymentLinks links;
    private final Contacts contacts;
    private final Cases cases;
    private final CaseItems items;
    private final Situations situations;
    private final Creditors creditors;

    Demands(
            PaymentLinks links,
            Contacts contacts,
            Cases cases,
            CaseItems items,
            Situations situations,
            Creditors creditors) {
        this.links = links;
        this.contacts = contacts;
        this.cases = cases;
        this.items = items;
        this.situations = situations;
        this.creditors = creditors;
    }

    /** Empty if the token is not one of ours. */
    Optional<Demand> behind(String token) {
        return links.contactOf(token).flatMap(contacts::find).flatMap(this::of);
    }

    private Optional<Demand> of(Contact contact) {
        return cases.find(contact.caseNumber()).map(of -> demand(of, contact));
    }

    private Demand demand(DunningCase of, Contact contact) {
        Locale locale = locale(contact.language());
        return new Demand(creditors.get(of.creditorId()), parts(of, contact, locale), locale);
    }

    /** A day reads as in the message: 7 December 2026. */
    static Locale locale(String language) {
        return language.equals("en") ? Locale.UK : Locale.forLanguageTag(language);
    }

    /**
     * The case that the message was about, and those that have by now what was in it: the agency gets some items alone, and a
     * case that comes back takes in those of a younger one.
     */
    private List<Part> parts(DunningCase of, Contact contact, Locale locale) {
        List<DunningCase> others = cases.successorsOf(of).stream()
                .filter(other -> other.status() != DunningCase.Status.SETTLED)
                .toList();
        List<Part> parts = new ArrayList<>();
        if (others.isEmpty() || !items.all(of.id()).isEmpty()) {
            boolean isBefore = contact.round() < of.round();
            parts.add(Part.of(situations.of(of), isBefore, contacts.isDone(contact), false, locale));
        }
        for (DunningCase other : others) {
            parts.add(Part.of(situations.of(other), false, false, !parts.isEmpty(), locale));
        }
        return parts;
    }
}

package dev.kulanz.portal;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.contact.Contact;
import dev.kulanz.contact.Contacts;
import dev.kulanz.contact.PaymentLinks;
import dev.kulanz.receivables.Creditors;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what a payment link is about, as it stands at this moment. */
@Component
class Demands {

    private final PaymentLinks links;
    private final Contacts contacts;
    private final Cases cases;
    private final Creditors creditors;

    Demands(PaymentLinks links, Contacts contacts, Cases cases, Creditors creditors) {
        this.links = links;
        this.contacts = contacts;
        this.cases = cases;
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
        return new Demand(
                creditors.get(of.creditorId()),
                of.isOpen() ? cases.openAmount(of) : BigDecimal.ZERO,
                of.currency(),
                of.paymentReference(),
                Locale.forLanguageTag(contact.language()));
    }
}

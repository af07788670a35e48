package dev.kulanz.portal;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.CaseItems;
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
    private final CaseItems items;
    private final Blocks blocks;
    private final Creditors creditors;

    Demands(PaymentLinks links, Contacts contacts, Cases cases, CaseItems items, Blocks blocks, Creditors creditors) {
        this.links = links;
        this.contacts = contacts;
        this.cases = cases;
        this.items = items;
        this.blocks = blocks;
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
                total(of),
                isResting(of),
                isForHeirs(of),
                of.currency(),
                of.paymentReference(),
                Locale.forLanguageTag(contact.language()));
    }

    /**
     * What a message of this moment would ask for, also where it is too little to be asked for: who wants to pay it may. Neither
     * blocked items nor those that are not due yet.
     */
    private BigDecimal total(DunningCase of) {
        return of.isOpen() ? CaseItems.sum(items.due(of)) : BigDecimal.ZERO;
    }

    private boolean isHeld(DunningCase of) {
        return blocks.active(of).stream()
                .anyMatch(block -> block.isOfWholeCase() && !block.reason().welcomesPayment());
    }

    /** Nobody is asked, but heirs owe what the dead owed (§ 1967 BGB) and may want to pay it. */
    private boolean isForHeirs(DunningCase of) {
        return of.isOpen() && blocks.active(of).stream().anyMatch(block -> block.reason() == BlockReason.DECEASED);
    }

    private boolean isResting(DunningCase of) {
        return of.isOpen() && (isHeld(of) || items.due(of).isEmpty());
    }
}

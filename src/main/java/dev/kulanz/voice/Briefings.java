package dev.kulanz.voice;

import dev.kulanz.contact.OutgoingCall;
import dev.kulanz.receivables.Creditor;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.Debtors;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.shared.BusinessClock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gathers what the assistant has to know for a call. */
@Component
class Briefings {

    private final Creditors creditors;
    private final Debtors debtors;
    private final PromiseTaker promises;
    private final BusinessClock clock;

    Briefings(Creditors creditors, Debtors debtors, PromiseTaker promises, BusinessClock clock) {
        this.creditors = creditors;
        this.debtors = debtors;
        this.promises = promises;
        this.clock = clock;
    }

    Briefing of(OutgoingCall call) {
        Creditor creditor = creditors.recent(call.creditorId());
        Debtor debtor = debtors.get(call.debtorId());
        ItemBalance oldest = call.items().get(0);
        return new Briefing(
                call.language().equals("en") ? Locale.UK : Locale.GERMANY,
                creditor.name(),
                creditor.phone(),
                addressee(debtor),
                debtor.birthDate() == null ? null : debtor.birthDate().getYear(),
                references(debtor, call),
                call.total(),
                call.currency(),
                new Briefing.Oldest(oldest.invoiceId(), oldest.dueDate()),
                (int) call.items().stream()
                        .map(ItemBalance::invoiceId)
                        .distinct()
                        .count(),
                parts(oldest, call),
                call.payBy(),
                clock.today(),
                promises.latestDay(call.caseNumber()).orElse(null));
    }

    /** How many parts of this one's invoice are owed; 0 if it is all of it. */
    private static int parts(ItemBalance oldest, OutgoingCall call) {
        return oldest.isPart()
                ? (int) call.items().stream()
                        .filter(item -> item.invoiceId().equals(oldest.invoiceId()))
                        .count()
                : 0;
    }

    /** In a business the person in charge, if one is known. */
    private static String addressee(Debtor debtor) {
        return debtor.contactName() == null || debtor.contactName().isBlank() ? debtor.name() : debtor.contactName();
    }

    private static Set<String> references(Debtor debtor, OutgoingCall call) {
        Set<String> references = new HashSet<>();
        references.add(debtor.externalId());
        call.items().forEach(item -> references.add(item.invoiceId()));
        return references;
    }
}

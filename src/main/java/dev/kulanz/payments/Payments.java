package dev.kulanz.payments;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.cases.Cases;
import dev.kulanz.journal.Actor;
import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.BalancesChanged;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.Debtors;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.receivables.Ledger;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Ids;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Books payments exactly once, and settles the case when nothing is owed any more. */
@Component
public class Payments {

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    private final JdbcClient jdbc;
    private final Debtors debtors;
    private final Ledger ledger;
    private final Cases cases;
    private final PartPayments partPayments;
    private final Journal journal;
    private final Actor actor;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    Payments(
            JdbcClient jdbc,
            Debtors debtors,
            Ledger ledger,
            Cases cases,
            PartPayments partPayments,
            Journal journal,
            Actor actor,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.debtors = debtors;
        this.ledger = ledger;
        this.cases = cases;
        this.partPayments = partPayments;
        this.journal = journal;
        this.actor = actor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A payment and whether it was booked just now.
     *
     * @param isNew false: the same payment was booked before, and nothing was done
     */
    public record Booked(Payment payment, boolean isNew) {}

    /**
     * Books a payment.
     *
     * @param scope of whoever reports it
     * @throws Refusal unknown debtor or invoice, a currency in which nothing is owed, or the same id with other content
     */
    @Transactional
    public Booked book(PaymentOrder order, CreditorScope scope) {
        if (!scope.allows(order.creditorId())) {
            throw unknownDebtor(order);
        }
        refuseImpossibleDay(order.valueDate());
        // Two reports of the same payment at the same moment: the second waits for the first.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "payment:" + order.creditorId() + ":" + order.externalId())
                .query(rs -> {});
        Optional<Payment> before = find(order.creditorId(), order.externalId());
        if (before.isPresent()) {
            if (!before.get().says(order)) {
                throw Refusal.conflict(Said.of(
                        "payment.other-content",
                        "Payment “{0}” was booked before with other content. Nothing was changed; "
                                + "a new payment needs a new externalId.",
                        order.externalId()));
            }
            return new Booked(before.get(), false);
        }
        return new Booked(bookNew(order), true);
    }

    private void refuseImpossibleDay(LocalDate valueDate) {
        if (valueDate.isBefore(EARLIEST) || valueDate.isAfter(clock.today().plusYears(1))) {
            throw Refusal.unacceptable(
                    "valueDate",
                    Said.of(
                            "payment.day",
                            "The day of credit lies between 1990 and a year from now; {0} does not.",
                            valueDate));
        }
    }

    private Payment bookNew(PaymentOrder order) {
        Debtor debtor = debtors.find(order.creditorId(), order.debtorId()).orElseThrow(() -> unknownDebtor(order));
        UUID account = ledger.accountOf(debtor.id(), order.currency());
        if (account == null) {
            throw Refusal.unacceptable(
                    "currency",
                    Said.of(
                            "payment.currency",
                            "Debtor “{0}” owes nothing in {1}: please check the currency.",
                            order.debtorId(),
                            order.currency()));
        }
        ledger.lock(debtor.id(), account);
        List<ItemBalance> items = ledger.items(account);
        if (order.invoiceId() != null
                && items.stream().noneMatch(item -> item.invoiceId().equals(order.invoiceId()))) {
            throw Refusal.unacceptable(
                    "invoiceId",
                    Said.of(
                            "payment.invoice",
                            "Debtor “{0}” has no invoice “{1}” in {2}.",
                            order.debtorId(),
                            String.valueOf(order.invoiceId()),
                            order.currency()));
        }
        Optional<PartPayments.Owed> owed = cases.openCaseOf(account).flatMap(partPayments::owedBy);
        Payment payment = insert(order, account);
        Happening booked = Happening.of("PaymentBooked")
                .creditor(order.creditorId())
                .debtor(debtor.id())
                .with("payment", payment.id().toString())
                .with("amount", order.amount())
                .with("currency", order.currency())
                .with("valueDate", order.valueDate().toString())
                .with("invoice", order.invoiceId());
        journal.record(owed.map(PartPayments.Owed::of)
                .or(() -> cases.handedOverCasesOf(account).stream().findFirst())
                .map(one -> booked.inCase(one.number()))
                .orElse(booked));
        Allocation.of(order.amount(), order.invoiceId(), items).forEach(part -> {
            boolean credit = part.itemId() == null;
            ledger.book(
                    account,
                    part.itemId(),
                    credit ? Ledger.Kind.CREDIT : Ledger.Kind.PAYMENT,
                    part.amount().negate(),
                    order.valueDate(),
                    payment.id(),
                    "API");
        });
        events.publishEvent(new BalancesChanged(List.of(account)));
        cases.settleIfPaid(account);
        owed.ifPresent(before -> partPayments.rest(before));
        return payment;
    }

    private Payment insert(PaymentOrder order, UUID account) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into payment (id, external_id, creditor_id, account_id, invoice_id, amount, currency,
                                             value_date, reference, booked_at, booked_by)
                        values (:id, :external, :creditor, :account, :invoice, :amount, :currency,
                                :valueDate, :reference, :now, :by)""")
                .param("id", id)
                .param("external", order.externalId())
                .param("creditor", order.creditorId())
                .param("account", account)
                .param("invoice", order.invoiceId())
                .param("amount", order.amount())
                .param("currency", order.currency())
                .param("valueDate", order.valueDate())
                .param("reference", order.reference())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", actor.name())
                .update();
        return find(order.creditorId(), order.externalId()).orElseThrow();
    }

    Optional<Payment> find(String creditorId, String externalId) {
        return jdbc.sql("""
                        select p.id, p.external_id, p.creditor_id, d.external_id as debtor_id, p.account_id, p.invoice_id,
                               p.amount, p.currency, p.value_date, p.reference, p.booked_at
                        from payment p join account a on a.id = p.account_id join debtor d on d.id = a.debtor_id
                        where p.creditor_id = :creditor and p.external_id = :external""")
                .param("creditor", creditorId)
                .param("external", externalId)
                .query(Payment.class)
                .optional();
    }

    private static Refusal unknownDebtor(PaymentOrder order) {
        return Refusal.unacceptable(
                "debtorId", "Creditor “" + order.creditorId() + "” has no debtor “" + order.debtorId() + "”.");
    }
}

package dev.kulanz.payments;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.cases.CaseExits;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.OverdueSweep;
import dev.kulanz.journal.Actor;
import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.BalancesChanged;
import dev.kulanz.receivables.Debtors;
import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the return of a payment, all in one transaction. */
@Component
class ReturnTaking {

    private final JdbcClient jdbc;
    private final Payments payments;
    private final Debtors debtors;
    private final ReturnBooking booking;
    private final Cases cases;
    private final CaseExits exits;
    private final OverdueSweep sweep;
    private final BusinessCalendar calendar;
    private final Journal journal;
    private final Actor actor;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    ReturnTaking(
            JdbcClient jdbc,
            Payments payments,
            Debtors debtors,
            ReturnBooking booking,
            Cases cases,
            CaseExits exits,
            OverdueSweep sweep,
            BusinessCalendar calendar,
            Journal journal,
            Actor actor,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.payments = payments;
        this.debtors = debtors;
        this.booking = booking;
        this.cases = cases;
        this.exits = exits;
        this.sweep = sweep;
        this.calendar = calendar;
        this.journal = journal;
        this.actor = actor;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Payments.Booked take(ReturnOrder order, CreditorScope scope) {
        Payment payment = Optional.of(order)
                .filter(wanted -> scope.allows(wanted.creditorId()))
                .flatMap(wanted -> payments.find(wanted.creditorId(), wanted.externalId()))
                .orElseThrow(() -> Refusal.notFound(Said.of(
                        "return.none",
                        "Creditor “{0}” has no payment “{1}”.",
                        order.creditorId(),
                        order.externalId())));
        LocalDate day = order.valueDate() == null ? clock.today() : order.valueDate();
        if (day.isBefore(payment.valueDate()) || day.isAfter(clock.today())) {
            throw Refusal.unacceptable(
                    "valueDate",
                    Said.of(
                            "return.day",
                            "A payment comes back between its own day, {0}, and today; {1} is not.",
                            payment.valueDate(),
                            day));
        }
        UUID debtor = debtors.find(order.creditorId(), payment.debtorId())
                .orElseThrow()
                .id();
        booking.lock(debtor, payment.accountId());
        if (!insert(payment, day, order)) {
            return new Payments.Booked(payment, false);
        }
        List<UUID> owedAgain = booking.reverse(payment, day);
        events.publishEvent(new OwedAgain(owedAgain, order.reason(), day));
        reopen(payment, debtor, owedAgain);
        return new Payments.Booked(payment, true);
    }

    private boolean insert(Payment payment, LocalDate day, ReturnOrder order) {
        return jdbc.sql("""
                        insert into payment_return (payment_id, value_date, reason, booked_at, booked_by)
                        values (:payment, :day, :reason, :now, :by) on conflict do nothing""")
                        .param("payment", payment.id())
                        .param("day", day)
                        .param("reason", order.reason())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("by", actor.name())
                        .update()
                == 1;
    }

    /** @param owedAgain the items that the payment had paid */
    private void reopen(Payment payment, UUID debtor, List<UUID> owedAgain) {
        Optional<DunningCase> last = cases.lastOf(payment.accountId(), owedAgain);
        Happening returned = Happening.of("PaymentReturned")
                .creditor(payment.creditorId())
                .debtor(debtor)
                .with("payment", payment.id().toString())
                .with("amount", payment.amount())
                .with("currency", payment.currency());
        journal.record(last.map(of -> returned.inCase(of.number())).orElse(returned));
        Optional<DunningCase> concerned =
                last.map(of -> of.status() == DunningCase.Status.SETTLED ? owesAgain(of, patience(debtor)) : of);
        sweep.run(List.of(payment.accountId())); // an open case takes in what is owed again, or a new one does
        if (concerned.isEmpty()) {
            concerned = cases.lastOf(payment.accountId(), owedAgain).filter(DunningCase::isOpen);
            concerned.ifPresent(begun -> cases.goesOnNotBefore(begun, patience(debtor)));
        }
        events.publishEvent(new BalancesChanged(List.of(payment.accountId())));
        concerned.ifPresent(of -> events.publishEvent(new PaymentReturned(of, payment)));
    }

    /** The case that now asks for it: the open one, or else the settled one again. */
    private DunningCase owesAgain(DunningCase settled, Instant patience) {
        Optional<DunningCase> younger = cases.openCaseOf(settled.accountId());
        younger.ifPresent(open -> cases.goesOnNotBefore(open, patience));
        return younger.orElseGet(() -> exits.reopen(settled, patience, "PAYMENT_RETURNED"));
    }

    private Instant patience(UUID debtor) {
        LocalDate payBy = calendar.workingDayFrom(
                clock.today().plusDays(PaymentReturns.DAYS_TO_PAY),
                debtors.get(debtor).state());
        return calendar.patienceUntil(payBy);
    }
}

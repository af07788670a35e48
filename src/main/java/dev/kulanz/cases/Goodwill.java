package dev.kulanz.cases;

import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.BalancesChanged;
import dev.kulanz.receivables.Ledger;
import dev.kulanz.shared.BusinessClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A small rest that remains after money came in (bank charges, rounding, a digit that was misread) is closed: nobody is asked
 * for it. An invoice that was small from the beginning is no rest. Where the money is taken back, or more is owed again, the
 * rest is no rest any more and is owed as well.
 */
@Component
class Goodwill {

    private static final String SOURCE = "GOODWILL";

    /** What is to be booked: the rest is given up, or what was given up is owed again. */
    private static final String BOOKINGS = """
            with item as (
                select k.id as case_id, k.account_id, e.open_item_id, sum(e.amount) as open,
                       coalesce(-sum(e.amount) filter (where e.kind = 'GOODWILL'), 0) as forgiven,
                       coalesce(sum(e.amount) filter (where e.kind in ('PAYMENT', 'CREDIT')), 0) < 0 as paid
                from dunning_case k
                join case_item ci on ci.case_id = k.id
                join ledger_entry e on e.open_item_id = ci.open_item_id
                where k.account_id = any(:accounts) and k.status = 'OPEN' and k.terms_id is not null
                group by k.id, e.open_item_id),
            whole as (
                select item.*, sum(greatest(open, 0) + forgiven) over (partition by case_id) as all_of_case from item)
            select w.account_id, w.open_item_id, i.invoice_id, i.given_instalment as instalment, day_of_part(i) as due_date,
                   case when w.forgiven > 0 and w.open + w.forgiven > l.goodwill then w.forgiven else -w.open end as amount
            from whole w
            join case_limits l on l.case_id = w.case_id
            join open_item i on i.id = w.open_item_id
            where w.open > 0 and (w.paid or w.forgiven > 0)
              and (w.paid and w.all_of_case <= l.goodwill or w.forgiven > 0 and w.open + w.forgiven > l.goodwill)
            order by w.account_id, w.open_item_id""";

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Cases cases;
    private final Journal journal;
    private final BusinessClock clock;

    Goodwill(JdbcClient jdbc, Ledger ledger, Cases cases, Journal journal, BusinessClock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.cases = cases;
        this.journal = journal;
        this.clock = clock;
    }

    /** After the account's credit was set off; before it is asked where the case stands. */
    @EventListener
    @Order(1)
    void on(BalancesChanged changed) {
        look(changed.accountIds());
    }

    @EventListener
    @Order(1)
    void on(CasesOpened opened) {
        look(opened.accountIds());
    }

    private record Booking(
            UUID accountId,
            UUID openItemId,
            String invoiceId,
            @Nullable Integer instalment,
            @Nullable LocalDate dueDate,
            BigDecimal amount) {}

    /** Whoever tells of changed accounts holds their locks. */
    private void look(Collection<UUID> accountIds) {
        List<Booking> bookings = jdbc.sql(BOOKINGS)
                .param("accounts", accountIds.toArray(UUID[]::new))
                .query(Booking.class)
                .list();
        bookings.forEach(this::book);
        bookings.stream().map(Booking::accountId).distinct().forEach(cases::settleIfPaid);
    }

    private void book(Booking booking) {
        ledger.book(
                booking.accountId(),
                booking.openItemId(),
                Ledger.Kind.GOODWILL,
                booking.amount(),
                clock.today(),
                null,
                SOURCE);
        DunningCase of = cases.openCaseOf(booking.accountId()).orElseThrow();
        boolean forgiven = booking.amount().signum() < 0;
        journal.record(Cases.inCase(forgiven ? "RestForgiven" : "RestOwedAgain", of)
                .with("invoice", booking.invoiceId())
                .with("instalment", booking.instalment())
                .with(
                        "dueDate",
                        booking.dueDate() == null ? null : booking.dueDate().toString())
                .with("amount", booking.amount().abs())
                .with("currency", of.currency()));
    }
}

package dev.kulanz.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings the ledger to what the file says, by entries for the differences. The caller holds the accounts' locks. */
final class Bookings {

    private static final String PREPARE = """
            create temp table intake_booking (
                line bigint, account_id uuid, open_item_id uuid, kind text, amount numeric, value_date date
            ) on commit drop""";

    private static final String PRINCIPAL = """
            insert into intake_booking
            select line, account_id, id, 'PRINCIPAL', amount - coalesce(old_amount, 0),
                   case when known_id is null then invoice_date else :today end
            from intake_item where amount <> coalesce(old_amount, 0)""";

    /** What was cleared and a later file names again is owed again; what a list names less of is cleared. */
    private static final String REOPENED = """
            insert into intake_booking
            select line, account_id, id, 'CLEARED_ELSEWHERE', reopened, :today from intake_item where reopened <> 0""";

    /**
     * What is known here of what a row calls paid: from files, from elsewhere (bank, API), and of credit notes. One that the
     * file names beside the invoice is not among what it calls paid; any other may be, unless it is more than that.
     */
    private static final String KNOWN = """
            from intake_item s
            cross join lateral (
                select coalesce(-sum(e.amount) filter (where e.kind = 'PAYMENT' and e.source = 'IMPORT'), 0) as imported,
                       coalesce(-sum(e.amount) filter (where e.kind in ('PAYMENT', 'CREDIT') and e.credit_note_id is null
                                                         and e.source not in ('IMPORT', 'SURPLUS')), 0) as others,
                       coalesce(-sum(e.amount) filter (where e.credit_note_id is not null and not exists (
                           select from intake_credit c where c.id = e.credit_note_id)), 0) as credited
                from ledger_entry e where e.open_item_id = s.id
            ) p
            cross join lateral (select case when s.paid < p.credited then 0 else p.credited end as within) c
            where s.paid is not null""";

    /**
     * "Paid" is a total. What we know of a payment from elsewhere is not counted twice; what the creditor takes back is
     * taken back only as far as it came from him. What moved on to the account's credit stays paid.
     */
    private static final String PAID = """
            insert into intake_booking
            select line, account_id, id, 'PAYMENT', -difference, :today
            from (
                select s.*, case when s.paid < p.imported then s.paid - p.imported
                                 when s.paid > p.imported + p.others + c.within
                                     then s.paid - p.imported - p.others - c.within
                                 else 0 end as difference
                %s
            ) d
            where difference <> 0""".formatted(KNOWN);

    private static final String REMARK = """
            insert into intake_remark
            select s.line, 'PAID_WITH_CREDIT', s.invoice_id, c.within
            %s and c.within > 0 and s.paid > p.imported + p.others""".formatted(KNOWN);

    private static final String CLEARED = """
            insert into intake_booking
            select c.line, c.account_id, c.open_item_id, 'CLEARED_ELSEWHERE', -sum(e.amount), :today
            from intake_clear c join ledger_entry e on e.open_item_id = c.open_item_id
            group by c.line, c.account_id, c.open_item_id having sum(e.amount) > 0""";

    private static final String BOOK = """
            insert into ledger_entry (account_id, open_item_id, kind, amount, value_date, booked_at, source)
            select account_id, open_item_id, kind, amount, value_date, :now, 'IMPORT'
            from intake_booking order by line nulls last""";

    private final JdbcClient jdbc;

    Bookings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void book(Instant now, LocalDate today) {
        jdbc.sql(PREPARE).update();
        jdbc.sql(REMARK).update();
        for (String entries : new String[] {PRINCIPAL, REOPENED, PAID, CLEARED}) {
            jdbc.sql(entries).param("today", today).update();
        }
        jdbc.sql(BOOK).param("now", Timestamp.from(now)).update();
    }
}

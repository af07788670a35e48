package dev.kulanz.cases;

import dev.kulanz.departures.DatabaseFoundOlder;
import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.CreditorTerms;
import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Ids;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens cases, many at a time. */
@Component
class CaseOpening {

    /** More than anybody opens between two backups. */
    private static final long NUMBERS_LOST = 100_000;

    private final JdbcClient jdbc;
    private final CreditorTerms terms;
    private final BusinessCalendar calendar;
    private final CaseMoves moves;
    private final PersonCases persons;
    private final Journal journal;
    private final BusinessClock clock;

    CaseOpening(
            JdbcClient jdbc,
            CreditorTerms terms,
            BusinessCalendar calendar,
            CaseMoves moves,
            PersonCases persons,
            Journal journal,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.calendar = calendar;
        this.moves = moves;
        this.persons = persons;
        this.journal = journal;
        this.clock = clock;
    }

    private record Overdue(
            UUID accountId,
            UUID debtorId,
            String creditorId,
            LocalDate oldestDue,
            int firstContactDays,
            @Nullable String state,
            @Nullable Long termsId) {}

    private record New(UUID id, String number, Overdue of) {}

    /**
     * Opens a case for each account of these items that has none. The caller holds the accounts' locks.
     *
     * @return how many
     */
    int openFor(UUID[] items) {
        List<Overdue> accounts = withoutCase(items);
        if (accounts.isEmpty()) {
            return 0;
        }
        List<String> numbers = numbers(accounts.size());
        List<New> opened = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i++) {
            opened.add(new New(Ids.next(), numbers.get(i), accounts.get(i)));
        }
        insert(opened);
        moves.record(opened.stream().map(New::id).toList());
        journal.recordAll(opened.stream().map(CaseOpening::happening).toList());
        persons.opened(opened.stream().map(New::id).toList());
        return opened.size();
    }

    private List<Overdue> withoutCase(UUID[] items) {
        return jdbc.sql("""
                        with terms as materialized (
                            select id, terms_in_force(id, :today) as terms_id from creditor where id in (
                                select creditor_id from open_item where id = any(:items)))
                        select a.id as account_id, d.id as debtor_id, d.creditor_id,
                               min(i.due_date) as oldest_due, c.first_contact_days, d.state, t.terms_id
                        from open_item i
                        join account a on a.id = i.account_id
                        join debtor d on d.id = a.debtor_id
                        join creditor c on c.id = d.creditor_id
                        join terms t on t.id = c.id
                        where i.id = any(:items) and not exists (
                            select 1 from dunning_case k where k.account_id = a.id and k.status = 'OPEN')
                        group by a.id, d.id, c.first_contact_days, t.terms_id
                        order by a.id""")
                .param("today", clock.today())
                .param("items", items)
                .query(Overdue.class)
                .list();
    }

    /**
     * Numbers given since the backup stand in letters, on transfers and at the agency: they are not given again to somebody else.
     */
    @EventListener
    void on(DatabaseFoundOlder event) {
        jdbc.sql("select setval('case_number_seq', last_value + :lost) from case_number_seq")
                .param("lost", NUMBERS_LOST)
                .query(Long.class)
                .single();
    }

    private List<String> numbers(int count) {
        int year = clock.today().getYear();
        return jdbc
                .sql("select nextval('case_number_seq') from generate_series(1, :count)")
                .param("count", count)
                .query(Long.class)
                .list()
                .stream()
                .map(serial -> "K-%d-%06d".formatted(year, serial))
                .toList();
    }

    private void insert(List<New> opened) {
        jdbc.sql("""
                        insert into dunning_case (id, number, creditor_id, debtor_id, account_id, currency, status,
                                                  payment_reference, first_contact_at, opened_at, terms_id)
                        select n.id, n.number, d.creditor_id, d.id, a.id, a.currency, 'OPEN',
                               n.reference, n.first_contact::timestamptz, :now, n.terms_id
                        from unnest(:ids, :numbers, :accounts, :references, :firstContacts, :terms)
                             as n (id, number, account, reference, first_contact, terms_id)
                        join account a on a.id = n.account
                        join debtor d on d.id = a.debtor_id
                        order by a.id""")
                .param("ids", opened.stream().map(New::id).toArray(UUID[]::new))
                .param("numbers", texts(opened, New::number))
                .param(
                        "accounts",
                        opened.stream().map(one -> one.of().accountId()).toArray(UUID[]::new))
                .param("references", texts(opened, one -> PaymentReference.ofCase(one.number())))
                .param("firstContacts", texts(opened, one -> firstContact(one.of())
                        .toString()))
                .param("terms", opened.stream().map(one -> one.of().termsId()).toArray(Long[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static String[] texts(List<New> opened, Function<New, String> text) {
        return opened.stream().map(text).toArray(String[]::new);
    }

    private Instant firstContact(Overdue account) {
        Instant due = BusinessCalendar.opening(terms.of(account.termsId())
                .firstContact(account.oldestDue(), account.firstContactDays(), account.state(), calendar));
        Instant now = clock.instant();
        return due.isBefore(now) ? now : due;
    }

    private static Happening happening(New opened) {
        return Happening.of("CaseOpened")
                .creditor(opened.of().creditorId())
                .debtor(opened.of().debtorId())
                .inCase(opened.number())
                .with("oldestDueDate", opened.of().oldestDue().toString());
    }
}

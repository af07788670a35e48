package dev.kulanz.cases;

import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Overdue debtors become cases, and newly overdue items join the open case of their account; in sets. */
@Component
public class OverdueSweep {

    private static final int BATCH = 2_000;

    private final JdbcClient jdbc;
    private final CaseMoves moves;
    private final Journal journal;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    OverdueSweep(
            JdbcClient jdbc, CaseMoves moves, Journal journal, BusinessClock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.moves = moves;
        this.journal = journal;
        this.clock = clock;
        this.events = events;
    }

    /** Looks at all accounts; once a day is enough, as items become overdue by the day. */
    @Transactional
    public int run() {
        return sweep(null);
    }

    /** Looks at these accounts only, after an import changed them. */
    @Transactional
    public int run(Collection<UUID> accountIds) {
        return accountIds.isEmpty() ? 0 : sweep(accountIds.toArray(UUID[]::new));
    }

    private int sweep(UUID @Nullable [] only) {
        int opened = 0;
        List<Overdue> batch;
        do {
            batch = overdueWithoutCase(only);
            opened += open(batch);
        } while (batch.size() == BATCH);
        joinItems(only);
        return opened;
    }

    private record Overdue(
            UUID accountId, UUID debtorId, String creditorId, LocalDate oldestDue, int firstContactDays) {}

    private List<Overdue> overdueWithoutCase(UUID @Nullable [] only) {
        return jdbc.sql("""
                        select a.id as account_id, d.id as debtor_id, d.creditor_id,
                               min(i.due_date) as oldest_due, c.first_contact_days
                        from open_item i
                        join account a on a.id = i.account_id
                        join debtor d on d.id = a.debtor_id
                        join creditor c on c.id = d.creditor_id
                        where i.due_date < :today and (:everywhere or i.account_id = any(:only))
                          and not exists (
                            select 1 from dunning_case k where k.account_id = a.id and k.status = 'OPEN')
                          and (select coalesce(sum(e.amount), 0) from ledger_entry e where e.open_item_id = i.id) > 0
                          and not exists (
                            select 1 from case_item ci join dunning_case h on h.id = ci.case_id
                            where ci.open_item_id = i.id and h.status in ('HANDED_OVER', 'WRITTEN_OFF'))
                        group by a.id, d.id, c.first_contact_days
                        order by a.id
                        limit :batch""")
                .param("today", clock.today())
                .param("everywhere", only == null)
                .param("only", only == null ? new UUID[0] : only)
                .param("batch", BATCH)
                .query(Overdue.class)
                .list();
    }

    /** @return how many were opened; what another sweep opened at the same moment is not counted */
    private int open(List<Overdue> accounts) {
        if (accounts.isEmpty()) {
            return 0;
        }
        Map<UUID, Overdue> overdue = new HashMap<>();
        accounts.forEach(account -> overdue.put(account.accountId(), account));
        List<Opened> opened = insert(accounts);
        moves.record(opened.stream().map(Opened::id).toList());
        journal.recordAll(opened.stream()
                .map(one -> happening(one.number(), Objects.requireNonNull(overdue.get(one.accountId()))))
                .toList());
        return opened.size();
    }

    private record Opened(UUID id, String number, UUID accountId) {}

    /** One statement, as the driver does not say of a batch which of its rows went in. */
    private List<Opened> insert(List<Overdue> accounts) {
        List<String> numbers = numbers(accounts.size());
        return jdbc.sql("""
                        insert into dunning_case (id, number, creditor_id, debtor_id, account_id, currency, status,
                                                  payment_reference, first_contact_at, opened_at)
                        select n.id, n.number, d.creditor_id, d.id, a.id, a.currency, 'OPEN',
                               n.reference, n.first_contact::timestamptz, :now
                        from unnest(:ids, :numbers, :accounts, :references, :firstContacts)
                             as n (id, number, account, reference, first_contact)
                        join account a on a.id = n.account
                        join debtor d on d.id = a.debtor_id
                        order by a.id
                        on conflict (account_id) where status = 'OPEN' do nothing
                        returning id, number, account_id""")
                .param("ids", accounts.stream().map(account -> Ids.next()).toArray(UUID[]::new))
                .param("numbers", numbers.toArray(String[]::new))
                .param("accounts", accounts.stream().map(Overdue::accountId).toArray(UUID[]::new))
                .param(
                        "references",
                        numbers.stream().map(PaymentReference::ofCase).toArray(String[]::new))
                .param(
                        "firstContacts",
                        accounts.stream()
                                .map(account -> firstContact(account).toString())
                                .toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Opened.class)
                .list();
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

    private static Happening happening(String number, Overdue account) {
        return Happening.of("CaseOpened")
                .creditor(account.creditorId())
                .debtor(account.debtorId())
                .inCase(number)
                .with("oldestDueDate", account.oldestDue().toString());
    }

    private Instant firstContact(Overdue account) {
        Instant due = BusinessCalendar.opening(account.oldestDue().plusDays(account.firstContactDays()));
        Instant now = clock.instant();
        return due.isBefore(now) ? now : due;
    }

    /** What is owed again of an item whose case was settled goes into the open case of its account. */
    private void joinItems(UUID @Nullable [] only) {
        jdbc.sql("""
                        update item_stay s set left_at = :now
                        from dunning_case k, open_item i, dunning_case over
                        where k.status = 'OPEN' and i.account_id = k.account_id and i.due_date < :today
                          and (:everywhere or k.account_id = any(:only))
                          and s.open_item_id = i.id and s.left_at is null
                          and over.id = s.case_id and over.status = 'SETTLED'
                          and (select coalesce(sum(e.amount), 0) from ledger_entry e where e.open_item_id = i.id) > 0""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("today", clock.today())
                .param("everywhere", only == null)
                .param("only", only == null ? new UUID[0] : only)
                .update();
        Set<UUID> accounts = new HashSet<>(jdbc.sql("""
                        insert into item_stay (case_id, open_item_id, joined_at)
                        select k.id, i.id, :now
                        from dunning_case k join open_item i on i.account_id = k.account_id
                        where k.status = 'OPEN' and i.due_date < :today
                          and (:everywhere or k.account_id = any(:only))
                          and not exists (select 1 from case_item ci where ci.open_item_id = i.id)
                          and (select coalesce(sum(e.amount), 0) from ledger_entry e where e.open_item_id = i.id) > 0
                        on conflict do nothing
                        returning (select account_id from open_item where id = item_stay.open_item_id)""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("today", clock.today())
                .param("everywhere", only == null)
                .param("only", only == null ? new UUID[0] : only)
                .query(UUID.class)
                .list());
        if (!accounts.isEmpty()) {
            events.publishEvent(new CasesOpened(accounts));
        }
    }
}

package dev.kulanz.cases;

import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Overdue debtors become cases, and newly overdue items join the open case of their account; in sets. */
@Component
public class OverdueSweep {

    private static final int BATCH = 2_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Journal journal;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    OverdueSweep(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Journal journal,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.batches = batches;
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
            open(batch);
            opened += batch.size();
        } while (batch.size() == BATCH);
        joinItems(only);
        return opened;
    }

    private record Overdue(
            UUID accountId,
            UUID debtorId,
            String creditorId,
            String currency,
            LocalDate oldestDue,
            int firstContactDays) {}

    private List<Overdue> overdueWithoutCase(UUID @Nullable [] only) {
        return jdbc.sql("""
                        select a.id as account_id, d.id as debtor_id, d.creditor_id, a.currency,
                               min(i.due_date) as oldest_due, c.first_contact_days
                        from open_item i
                        join account a on a.id = i.account_id
                        join debtor d on d.id = a.debtor_id
                        join creditor c on c.id = d.creditor_id
                        where i.due_date < :today and (:everywhere or i.account_id = any(:only))
                          and not exists (
                            select 1 from dunning_case k where k.account_id = a.id and k.status = 'OPEN')
                          and (select coalesce(sum(e.amount), 0) from ledger_entry e where e.open_item_id = i.id) > 0
                        group by a.id, d.id, c.first_contact_days
                        limit :batch""")
                .param("today", clock.today())
                .param("everywhere", only == null)
                .param("only", only == null ? new UUID[0] : only)
                .param("batch", BATCH)
                .query(Overdue.class)
                .list();
    }

    private void open(List<Overdue> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        List<Long> serials = jdbc.sql("select nextval('case_number_seq') from generate_series(1, :count)")
                .param("count", accounts.size())
                .query(Long.class)
                .list();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        int year = clock.today().getYear();
        List<Object[]> rows = new ArrayList<>(accounts.size());
        List<Happening> happenings = new ArrayList<>(accounts.size());
        for (int i = 0; i < accounts.size(); i++) {
            Overdue account = accounts.get(i);
            String number = "K-%d-%06d".formatted(year, serials.get(i));
            rows.add(new Object[] {
                Ids.next(),
                number,
                account.creditorId(),
                account.debtorId(),
                account.accountId(),
                account.currency(),
                PaymentReference.ofCase(number),
                firstContact(account).atOffset(ZoneOffset.UTC),
                now
            });
            happenings.add(Happening.of("CaseOpened")
                    .creditor(account.creditorId())
                    .debtor(account.debtorId())
                    .inCase(number)
                    .with("oldestDueDate", account.oldestDue().toString()));
        }
        batches.batchUpdate("""
                insert into dunning_case (id, number, creditor_id, debtor_id, account_id, currency, status,
                                          payment_reference, first_contact_at, opened_at)
                values (?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?)""", rows);
        journal.recordAll(happenings);
    }

    private Instant firstContact(Overdue account) {
        Instant due = BusinessCalendar.opening(account.oldestDue().plusDays(account.firstContactDays()));
        Instant now = clock.instant();
        return due.isBefore(now) ? now : due;
    }

    private void joinItems(UUID @Nullable [] only) {
        Set<UUID> accounts = new HashSet<>(jdbc.sql("""
                        insert into case_item (case_id, open_item_id, joined_at)
                        select k.id, i.id, :now
                        from dunning_case k join open_item i on i.account_id = k.account_id
                        where k.status = 'OPEN' and i.due_date < :today
                          and (:everywhere or k.account_id = any(:only))
                          and not exists (select 1 from case_item ci where ci.case_id = k.id and ci.open_item_id = i.id)
                          and (select coalesce(sum(e.amount), 0) from ledger_entry e where e.open_item_id = i.id) > 0
                        on conflict do nothing
                        returning (select account_id from open_item where id = case_item.open_item_id)""")
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

package dev.kulanz.cases;

import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.receivables.Ledger;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Refusal;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The dunning cases: finding, locking, what is owed, and their end. */
@Component
@Transactional
public class Cases {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Journal journal;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    Cases(JdbcClient jdbc, Ledger ledger, Journal journal, BusinessClock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.journal = journal;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Optional<DunningCase> find(String number) {
        return jdbc.sql("select * from dunning_case where number = :number")
                .param("number", number)
                .query(DunningCase.class)
                .optional();
    }

    /**
     * The case with this number.
     *
     * @throws Refusal if there is none
     */
    @Transactional(readOnly = true)
    public DunningCase get(String number) {
        return find(number).orElseThrow(() -> Refusal.notFound("There is no case “" + number + "”."));
    }

    /** The case as it stands, with debtor, account and case locked (in this order) until the transaction ends. */
    public DunningCase lock(String number) {
        DunningCase found = get(number);
        ledger.lock(found.debtorId(), found.accountId());
        return jdbc.sql("select * from dunning_case where id = :id for no key update")
                .param("id", found.id())
                .query(DunningCase.class)
                .single();
    }

    /** The open case of an account. */
    @Transactional(readOnly = true)
    public Optional<DunningCase> openCaseOf(UUID accountId) {
        return jdbc.sql("select * from dunning_case where account_id = :account and status = 'OPEN'")
                .param("account", accountId)
                .query(DunningCase.class)
                .optional();
    }

    /** What the debtor is asked for: the overdue items of the case that are open and not blocked themselves. */
    @Transactional(readOnly = true)
    public List<ItemBalance> demandable(DunningCase of) {
        LocalDate today = clock.today();
        Set<UUID> blocked = Set.copyOf(jdbc.sql("""
                        select open_item_id from block
                        where case_id = :case and open_item_id is not null and lifted_at is null
                          and (until_date is null or until_date >= :today)""")
                .param("case", of.id())
                .param("today", today)
                .query(UUID.class)
                .list());
        return ledger.itemsOfCase(of.id()).stream()
                .filter(item -> item.isOverdue(today) && !blocked.contains(item.id()))
                .toList();
    }

    /**
     * Settles the case of an account if nothing of it is owed any more. The caller holds the account's lock.
     *
     * @return the settled case
     */
    public Optional<DunningCase> settleIfPaid(UUID accountId) {
        Optional<DunningCase> open = openCaseOf(accountId);
        if (open.isEmpty() || openAmount(open.get()).signum() > 0) {
            return Optional.empty();
        }
        DunningCase settled = open.get();
        jdbc.sql("update dunning_case set status = 'SETTLED', settled_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", settled.id())
                .update();
        journal.record(inCase("CaseSettled", settled).with("round", settled.round()));
        events.publishEvent(new CaseSettled(settled));
        return Optional.of(get(settled.number()));
    }

    /** Settles every paid case of these accounts; takes their locks in order. */
    public void settlePaid(Collection<UUID> accountIds) {
        List<UUID> ordered = jdbc.sql("""
                        select k.number, k.account_id from dunning_case k
                        where k.account_id = any(:accounts) and k.status = 'OPEN'
                          and not exists (
                            select 1 from case_item ci join item_balance b on b.open_item_id = ci.open_item_id
                            where ci.case_id = k.id and b.open_amount > 0)
                        order by k.debtor_id, k.account_id""")
                .param("accounts", accountIds.toArray(UUID[]::new))
                .query((row, index) -> {
                    lock(row.getString("number"));
                    return row.getObject("account_id", UUID.class);
                })
                .list();
        ordered.forEach(this::settleIfPaid);
    }

    /** Sum of what is open in the case, in major units of its currency. */
    @Transactional(readOnly = true)
    public BigDecimal openAmount(DunningCase of) {
        return jdbc.sql("""
                        select coalesce(sum(greatest(b.open_amount, 0)), 0)
                        from case_item ci
                        cross join lateral (
                            select coalesce(sum(e.amount), 0) as open_amount
                            from ledger_entry e where e.open_item_id = ci.open_item_id) b
                        where ci.case_id = :case""").param("case", of.id()).query(BigDecimal.class).single();
    }

    /** A step reached the debtor: the case stands there, and each of the items was told of it. */
    public void stepTaken(DunningCase of, String step, Told told, Collection<UUID> itemIds) {
        jdbc.sql("update dunning_case set step = :step where id = :id")
                .param("step", step)
                .param("id", of.id())
                .update();
        jdbc.sql("""
                        insert into notice (open_item_id, case_id, round, step, channel, contact_id, told_at, pay_by)
                        select item, :case, :round, :step, :channel, :contact, :now, :payBy
                        from unnest(:items) as item on conflict do nothing""")
                .param("case", of.id())
                .param("round", of.round())
                .param("step", step)
                .param("channel", told.channel())
                .param("contact", told.contactId())
                .param("now", Timestamp.from(clock.instant()))
                .param("payBy", told.payBy())
                .param("items", itemIds.toArray(UUID[]::new))
                .update();
    }

    /** How a debtor was told, and until when to pay. */
    public record Told(
            UUID contactId, String channel, @Nullable LocalDate payBy) {}

    /** The last day that any message of this round gave for paying. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> lastPayBy(DunningCase of) {
        return Optional.ofNullable(jdbc.sql("select max(pay_by) from notice where case_id = :case and round = :round")
                .param("case", of.id())
                .param("round", of.round())
                .query((row, index) -> row.getObject(1, LocalDate.class))
                .list()
                .get(0));
    }

    /** A happening of this case. */
    public static Happening inCase(String kind, DunningCase of) {
        return Happening.of(kind)
                .creditor(of.creditorId())
                .debtor(of.debtorId())
                .inCase(of.number());
    }
}

package dev.kulanz.cases;

import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.Ledger;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The dunning cases: finding, locking, what is owed, and their end. */
@Component
@Transactional
public class Cases {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final CaseMoves moves;
    private final Journal journal;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    Cases(
            JdbcClient jdbc,
            Ledger ledger,
            CaseMoves moves,
            Journal journal,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.moves = moves;
        this.journal = journal;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Optional<DunningCase> find(String number) {
        if (!Legible.isLine(number)) {
            return Optional.empty();
        }
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

    /**
     * The case as it stands, with debtor, account and case locked (in this order) until the transaction ends.
     *
     * @throws Refusal if there is none
     */
    public DunningCase lock(String number) {
        // PostgreSQL locks the rows of one result line in the order in which "of" names the tables.
        return jdbc.sql("""
                        select k.* from debtor d
                        join account a on a.debtor_id = d.id
                        join dunning_case k on k.account_id = a.id
                        where k.number = :number
                        for no key update of d, a, k""")
                .param("number", number)
                .query(DunningCase.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("There is no case “" + number + "”."));
    }

    /** Locks the debtors of these accounts, the accounts and their cases (in this order, each by id) in the same way. */
    public void lock(Collection<UUID> accountIds) {
        UUID[] accounts = accountIds.toArray(UUID[]::new);
        ledger.lock(
                jdbc.sql("select distinct debtor_id from account where id = any(:accounts)")
                        .param("accounts", accounts)
                        .query(UUID.class)
                        .list(),
                accountIds);
        jdbc.sql("""
                        select count(*) from (
                            select id from dunning_case where account_id = any(:accounts) order by id for no key update) locked""").param("accounts", accounts).query(Long.class).single();
    }

    /** The open case of an account. */
    @Transactional(readOnly = true)
    public Optional<DunningCase> openCaseOf(UUID accountId) {
        return jdbc.sql("select * from dunning_case where account_id = :account and status = 'OPEN'")
                .param("account", accountId)
                .query(DunningCase.class)
                .optional();
    }

    /** The cases of an account that the agency has. */
    @Transactional(readOnly = true)
    public List<DunningCase> handedOverCasesOf(UUID accountId) {
        return jdbc.sql(
                        "select * from dunning_case where account_id = :account and status = 'HANDED_OVER' order by number")
                .param("account", accountId)
                .query(DunningCase.class)
                .list();
    }

    /**
     * Settles the cases of an account of which nothing is owed any more, also those that the agency has. The caller holds
     * the account's lock.
     *
     * @return the settled case, if it was the open one
     */
    public Optional<DunningCase> settleIfPaid(UUID accountId) {
        handedOverCasesOf(accountId).stream()
                .filter(one -> openAmount(one).signum() <= 0)
                .forEach(this::settle);
        return openCaseOf(accountId)
                .filter(open -> openAmount(open).signum() <= 0)
                .map(this::settle);
    }

    private DunningCase settle(DunningCase settled) {
        jdbc.sql("update dunning_case set status = 'SETTLED', settled_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", settled.id())
                .update();
        moves.record(settled);
        journal.record(inCase("CaseSettled", settled).with("round", settled.round()));
        events.publishEvent(new CaseSettled(settled));
        return get(settled.number());
    }

    /** Settles every paid case of these accounts; takes their locks in order. */
    public void settlePaid(Collection<UUID> accountIds) {
        List<UUID> ordered = jdbc.sql("""
                        select k.number, k.account_id from dunning_case k
                        where k.account_id = any(:accounts) and k.status in ('OPEN', 'HANDED_OVER')
                          and not exists (
                            select 1 from case_item ci join item_balance b on b.id = ci.open_item_id
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
                        from case_item ci join item_balance b on b.id = ci.open_item_id
                        where ci.case_id = :case""").param("case", of.id()).query(BigDecimal.class).single();
    }

    /** The case stands at this step; null before the first. */
    public void standsAt(DunningCase of, @Nullable String step) {
        jdbc.sql("update dunning_case set step = :step where id = :id")
                .param("step", step)
                .param("id", of.id())
                .update();
        moves.record(of);
    }

    /**
     * The due dates of these items moved: of cases whose debtor has heard nothing yet, that of their oldest item alone says
     * again when the first contact is due.
     */
    @EventListener
    @Order(0) // before the ladders look again
    void on(DueDatesMoved event) {
        jdbc.sql("""
                        update dunning_case k set first_contact_at = least(k.first_contact_at, :now)
                        where k.status = 'OPEN' and k.round = 1 and k.step is null
                          and k.id in (select case_id from case_item where open_item_id = any(:items))
                          and not exists (select 1 from notice n join case_item ci on ci.open_item_id = n.open_item_id
                                          where ci.case_id = k.id)""")
                .param("now", Timestamp.from(clock.instant()))
                .param("items", event.itemIds().toArray(UUID[]::new))
                .update();
    }

    /** The ladder of the case goes on not before this moment (business time), once it looks where the case stands. */
    public void goesOnNotBefore(DunningCase of, Instant moment) {
        jdbc.sql("update dunning_case set first_contact_at = greatest(first_contact_at, :moment) where id = :id")
                .param("moment", Timestamp.from(moment))
                .param("id", of.id())
                .update();
    }

    /** Each of these items was told of a step at this moment, or was given a new date. */
    public void told(DunningCase of, String step, Told told, Collection<UUID> itemIds) {
        told(
                of,
                told,
                clock.instant(),
                itemIds.stream()
                        .map(item -> new ToldItem(item, step, told.payBy()))
                        .toList());
    }

    /**
     * A message or call told the debtor of these items, each of a step of its own.
     *
     * @param at when, which may be some time before it is known that it went out
     */
    public void told(DunningCase of, Told told, Instant at, List<ToldItem> items) {
        jdbc.sql("""
                        insert into notice (open_item_id, case_id, round, step, channel, contact_id, told_at, pay_by)
                        select n.item, :case, :round, n.step, :channel, :contact, :at, n.pay_by::date
                        from unnest(:items, :steps, :payBys) as n (item, step, pay_by) on conflict do nothing""")
                .param("case", of.id())
                .param("round", of.round())
                .param("channel", told.channel())
                .param("contact", told.contactId())
                .param("at", Timestamp.from(at))
                .param("items", items.stream().map(ToldItem::id).toArray(UUID[]::new))
                .param("steps", items.stream().map(ToldItem::step).toArray(String[]::new))
                .param(
                        "payBys",
                        items.stream()
                                .map(item -> item.payBy() == null
                                        ? null
                                        : item.payBy().toString())
                                .toArray(String[]::new))
                .update();
    }

    /** What an item was told of. */
    public record ToldItem(UUID id, String step, @Nullable LocalDate payBy) {}

    /** How a debtor was told, and until when to pay. */
    public record Told(
            UUID contactId, String channel, @Nullable LocalDate payBy) {}

    /** The last day that the debtor was given, in what counts, for paying anything of the case that is still open. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> lastPayBy(DunningCase of) {
        return Optional.ofNullable(jdbc.sql("""
                        select max(n.pay_by) from case_item ci
                        join item_balance b on b.id = ci.open_item_id
                        join notice_that_counts n on n.open_item_id = ci.open_item_id
                        where ci.case_id = :case and b.open_amount > 0""")
                .param("case", of.id())
                .query((row, index) -> row.getObject(1, LocalDate.class))
                .list()
                .get(0));
    }

    /** When the debtor was last told of an open item of the case, as far as it counts, UTC. */
    @Transactional(readOnly = true)
    public Optional<Instant> lastToldAt(DunningCase of) {
        return Optional.ofNullable(jdbc.sql("""
                        select max(n.told_at)
                        from case_item ci join notice_that_counts n on n.open_item_id = ci.open_item_id
                        where ci.case_id = :case""")
                        .param("case", of.id())
                        .query((row, index) -> row.getTimestamp(1))
                        .list()
                        .get(0))
                .map(Timestamp::toInstant);
    }

    /** The last case of an account that has one of these items, open or over. */
    @Transactional(readOnly = true)
    public Optional<DunningCase> lastOf(UUID accountId, Collection<UUID> itemIds) {
        return jdbc.sql("""
                        select k.* from dunning_case k
                        where k.account_id = :account and exists (
                            select 1 from case_item ci where ci.case_id = k.id and ci.open_item_id = any(:items))
                        order by k.status = 'OPEN' desc, k.opened_at desc limit 1""")
                .param("account", accountId)
                .param("items", itemIds.toArray(UUID[]::new))
                .query(DunningCase.class)
                .optional();
    }

    /** The cases that have by now what was in this one, the oldest first: items that it did not take along to the agency, or all. */
    @Transactional(readOnly = true)
    public List<DunningCase> successorsOf(DunningCase of) {
        return jdbc.sql("""
                        select k.* from dunning_case k where k.id <> :case and k.id in (
                            select ci.case_id from item_stay s join case_item ci on ci.open_item_id = s.open_item_id
                            where s.case_id = :case and s.left_at is not null)
                        order by k.opened_at, k.number""").param("case", of.id()).query(DunningCase.class).list();
    }

    /** A happening of this case. */
    public static Happening inCase(String kind, DunningCase of) {
        return Happening.of(kind)
                .creditor(of.creditorId())
                .debtor(of.debtorId())
                .inCase(of.number());
    }
}

package dev.kulanz.receivables;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.journal.Actor;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.ListPage;
import dev.kulanz.shared.Unseen;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what holds items back. Whoever changes something holds the locks of the items' accounts, and tells their cases. What was
 * lifted is not placed again for the same event, nor for the same mandate.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ItemHolds {

    private static final String COLUMNS =
            "h.id, h.open_item_id, h.reason, h.about, h.from_at, h.until_date as \"until\", h.look_on, h.placed_by";

    private static final String WANTED =
            "unnest(:items, :reasons, :abouts, :untils, :looks) as w (item, reason, about, until_date, look_on)";

    private static final String SAME =
            "w.item = h.open_item_id and w.reason = h.reason and w.about::uuid is not distinct from h.about";

    /** Of what was paid or credited nobody needs to know any more that it is held. */
    private static final String LISTED = """
            from item_hold h
            join open_item i on i.id = h.open_item_id
            join account a on a.id = i.account_id
            join debtor d on d.id = a.debtor_id
            cross join lateral (select coalesce(sum(e.amount), 0) as amount from ledger_entry e where e.open_item_id = i.id) o
            where holds_on(h.lifted_at, h.until_date, :today) and o.amount > 0
              and (:all or i.creditor_id = any(:creditors))""";

    private static final String IN_ORDER = " order by coalesce(h.look_on, h.until_date), i.invoice_id, h.id";

    private static final String HELD = """
            select h.id, h.reason, i.creditor_id, d.external_id as debtor_id, d.name, i.invoice_id,
                   i.given_instalment as instalment, i.due_date, o.amount as open_amount, a.currency,
                   h.from_at as since, h.until_date as "until", h.look_on, coalesce(h.look_on <= :today, false) as due
            """ + LISTED;

    private static final int MOST_LOOKED_AT = 5_000;

    /** So many can be leafed through at the desk. */
    static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final ObjectProvider<Actor> actor;
    private final BusinessClock clock;

    ItemHolds(JdbcClient jdbc, ObjectProvider<Actor> actor, BusinessClock clock) {
        this.jdbc = jdbc;
        this.actor = actor;
        this.clock = clock;
    }

    /** What is to hold an item. */
    public record Wanted(
            UUID itemId,
            ItemHold.Reason reason,
            @Nullable UUID about,
            @Nullable LocalDate until,
            @Nullable LocalDate lookOn) {}

    /** What became of it. */
    public record Changed(List<ItemHold> placed, List<ItemHold> lifted) {}

    /** From now on these items are held by what is wanted, and by nothing else. */
    public Changed set(Collection<UUID> itemIds, List<Wanted> wanted) {
        UUID[] items = itemIds.toArray(UUID[]::new);
        List<ItemHold> lifted = with("""
                        update item_hold h set lifted_at = :now, lifted_by = :by
                        where h.open_item_id = any(:looked) and h.lifted_at is null and not exists (select from %s where %s)
                        returning %s""".formatted(WANTED, SAME, COLUMNS), wanted)
                .param("looked", items)
                .param("now", now())
                .param("by", by())
                .query(ItemHold.class)
                .list();
        if (wanted.isEmpty()) {
            return new Changed(List.of(), lifted);
        }
        with("""
                        update item_hold h set until_date = w.until_date::date, look_on = w.look_on::date, asked_on = null
                        from %s where %s and h.lifted_at is null and h.moved_by is null
                          and (h.until_date, h.look_on) is distinct from (w.until_date::date, w.look_on::date)""".formatted(WANTED, SAME), wanted).update();
        List<ItemHold> placed = with("""
                        insert into item_hold as h (open_item_id, reason, about, from_at, until_date, look_on, placed_by)
                        select w.item, w.reason, w.about::uuid, :now, w.until_date::date, w.look_on::date, :by
                        from %s order by w.item
                        on conflict (open_item_id, reason, about) do update set from_at = :now, until_date = excluded.until_date,
                            look_on = excluded.look_on, moved_by = null, asked_on = null, placed_by = :by,
                            lifted_at = null, lifted_by = null
                        where h.lifted_at is not null and not h.let_go
                        returning %s""".formatted(WANTED, COLUMNS), wanted)
                .param("now", now())
                .param("by", by())
                .query(ItemHold.class)
                .list();
        return new Changed(placed, lifted);
    }

    private JdbcClient.StatementSpec with(String sql, List<Wanted> wanted) {
        return jdbc.sql(sql)
                .param("items", wanted.stream().map(Wanted::itemId).toArray(UUID[]::new))
                .param("reasons", texts(wanted, one -> one.reason().name()))
                .param("abouts", texts(wanted, Wanted::about))
                .param("untils", texts(wanted, Wanted::until))
                .param("looks", texts(wanted, Wanted::lookOn));
    }

    private static @Nullable String[] texts(List<Wanted> wanted, Function<Wanted, @Nullable Object> what) {
        return wanted.stream()
                .map(one -> Objects.toString(what.apply(one), null))
                .toArray(String[]::new);
    }

    /** A person lets go what still holds of these: for the same it is not held again. */
    public List<ItemHold> lift(Collection<UUID> ids) {
        return jdbc.sql("""
                        update item_hold h set lifted_at = :now, lifted_by = :by, let_go = true
                        where h.id = any(:ids) and h.lifted_at is null returning %s""".formatted(COLUMNS))
                .param("ids", ids.toArray(UUID[]::new))
                .param("now", now())
                .param("by", by())
                .query(ItemHold.class)
                .list();
    }

    /** A person looks at it on another day. */
    public void lookOn(UUID id, LocalDate day) {
        jdbc.sql("""
                        update item_hold set look_on = :day, until_date = null, moved_by = :by, asked_on = null
                        where id = :id and lifted_at is null""").param("day", day).param("by", by()).param("id", id).update();
    }

    /** Accounts with items that are held by what is over: its last day has passed, or nothing of the item is open any more. */
    public List<UUID> accountsToLookAt() {
        return jdbc.sql("""
                        select distinct i.account_id from item_hold h join open_item i on i.id = h.open_item_id
                        where h.lifted_at is null and (h.until_date < :today or (
                            select coalesce(sum(e.amount), 0) from ledger_entry e where e.open_item_id = i.id) <= 0)
                        union
                        select i.account_id from item_hold h join open_item i on i.id = h.open_item_id
                        where h.lifted_at is null and h.reason = 'DIRECT_DEBIT' and h.about is null and i.creditor_id in (
                            select t.creditor_id from creditor_terms t
                            where t.id = terms_in_force(t.creditor_id, :today) and t.debit_bank_days = 0)
                        order by 1""").param("today", clock.today()).query(UUID.class).list();
    }

    /** Those at which a person is to look from today on, and nobody was asked yet; some thousands at most. From now on he is asked. */
    public List<ItemHold> askedToLook() {
        return jdbc.sql("""
                        update item_hold h set asked_on = :today
                        where h.id in (select id from item_hold where lifted_at is null and look_on <= :today and asked_on is null
                                       order by look_on limit :most for update skip locked)
                        returning %s""".formatted(COLUMNS))
                .param("today", clock.today())
                .param("most", MOST_LOOKED_AT)
                .query(ItemHold.class)
                .list();
    }

    /** The item's account, if it is held by this and may be seen. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public Optional<UUID> accountOf(UUID id, CreditorScope scope) {
        return jdbc.sql("""
                        select i.account_id from item_hold h join open_item i on i.id = h.open_item_id
                        where h.id = :id and holds_on(h.lifted_at, h.until_date, :today)
                          and (:all or i.creditor_id = any(:creditors))""")
                .param("id", id)
                .param("today", clock.today())
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .query(UUID.class)
                .optional();
    }

    /**
     * What is looked for among the open items that are held.
     *
     * @param due those alone at which a person is to look by now
     * @param text a part of the invoice's number, or of the debtor's name or id; null: any
     */
    public record Sought(
            boolean due,
            ItemHold.@Nullable Reason reason,
            @Nullable String text) {}

    /** An open item that is held by this. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public Optional<HeldItem> find(UUID id) {
        return sought(HELD, new Sought(false, null, null), CreditorScope.ALL, " and h.id = :id")
                .param("id", id)
                .query(HeldItem.class)
                .optional();
    }

    /** Those that are found: whom a person is to look at first, then what ends first. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public List<HeldItem> found(Sought sought, CreditorScope scope, ListPage page) {
        return sought(HELD, sought, scope, IN_ORDER + " limit :size offset :offset")
                .param("size", page.size())
                .param("offset", page.offset())
                .query(HeldItem.class)
                .list();
    }

    /**
     * One page of the first {@value #MOST}, for people.
     *
     * @param isBounded there are more
     */
    public record First(List<HeldItem> items, long total, boolean isBounded) {}

    /** As {@link #found}, but of very many only the first: all are looked through once at most. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public First first(Sought sought, CreditorScope scope, ListPage page) {
        List<UUID> ids = sought("select h.id " + LISTED, sought, scope, IN_ORDER + " limit " + (MOST + 1))
                .query(UUID.class)
                .list();
        List<UUID> all = ids.subList(0, Math.min(ids.size(), MOST));
        int from = Math.min(page.offset(), all.size());
        List<UUID> shown = all.subList(from, Math.min(from + page.size(), all.size()));
        List<HeldItem> items = sought(HELD, new Sought(false, null, null), scope, " and h.id = any(:ids)" + IN_ORDER)
                .param("ids", shown.toArray(UUID[]::new))
                .query(HeldItem.class)
                .list();
        return new First(items, all.size(), ids.size() > MOST);
    }

    /** How many are found, however many. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public long count(Sought sought, CreditorScope scope) {
        return sought("select count(*) " + LISTED, sought, scope, "")
                .query(Long.class)
                .single();
    }

    /** Only with the conditions that are asked for: so the database begins with what fulfils them. */
    private JdbcClient.StatementSpec sought(String sql, Sought sought, CreditorScope scope, String rest) {
        String text = sought.text();
        String conditions = (sought.due() ? " and h.look_on <= :today" : "")
                + (sought.reason() == null ? "" : " and h.reason = :reason")
                + (text == null
                        ? ""
                        : " and (lower(i.invoice_id) like :like or lower(d.external_id) like :like or lower(d.name) like :like)");
        return jdbc.sql(sql + conditions + rest)
                .param("today", clock.today())
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .param(
                        "reason",
                        sought.reason() == null ? null : sought.reason().name())
                .param("like", text == null ? null : pattern(text));
    }

    /** What nobody can have written is found nowhere. */
    private static String pattern(String text) {
        return Legible.isLine(text) ? "%" + escaped(Unseen.foldedId(text)) + "%" : "";
    }

    private static String escaped(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private String by() {
        Actor present = actor.getIfAvailable();
        return present == null ? "system" : present.name();
    }
}

package dev.kulanz.orders;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.journal.Actor;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.ListPage;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was told of orders. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OrderEvents {

    private static final String COLUMNS = """
            e.id, e.external_id, e.creditor_id, e.debtor_id, e.invoice_id, e.open_item_id, e.instalment, e.kind, e.occurred_on,
            e.until_date as "until", e.reason, e.known, e.received_at""";

    /** Items of which an event tells. */
    private static final String ITEMS = """
            open_item i join account a on a.id = i.account_id join debtor d on d.id = a.debtor_id
            join order_event e on e.creditor_id = i.creditor_id and e.invoice_id = i.invoice_id
             and (e.open_item_id is null or e.open_item_id = i.id)
             and (e.instalment is null or e.instalment = i.given_instalment)
             and (e.debtor_id is null or e.debtor_id = d.external_id)""";

    private final JdbcClient jdbc;
    private final ObjectProvider<Actor> actor;
    private final BusinessClock clock;

    OrderEvents(JdbcClient jdbc, ObjectProvider<Actor> actor, BusinessClock clock) {
        this.jdbc = jdbc;
        this.actor = actor;
        this.clock = clock;
    }

    /** Keeps these, ordered by creditor and id, as far as their ids are new; whoever tells the same at this moment is waited for. */
    Set<UUID> insert(List<OrderEvent> events) {
        return new HashSet<>(jdbc.sql("""
                        insert into order_event (id, creditor_id, external_id, debtor_id, invoice_id, open_item_id, instalment, kind, occurred_on,
                                                 until_date, reason, known, received_at, received_by)
                        select n.id, n.creditor, n.external, n.debtor, n.invoice, n.item::uuid, n.instalment::int, n.kind, n.day::date, n.last::date,
                               n.reason, n.known, :now, :by
                        from unnest(:ids, :creditors, :externals, :debtors, :invoices, :items, :instalments, :kinds, :days, :lasts, :reasons, :known)
                             as n (id, creditor, external, debtor, invoice, item, instalment, kind, day, last, reason, known)
                        order by n.creditor, n.external on conflict do nothing returning id""")
                .param("ids", events.stream().map(OrderEvent::id).toArray(UUID[]::new))
                .param("creditors", texts(events, OrderEvent::creditorId))
                .param("externals", texts(events, OrderEvent::externalId))
                .param("debtors", texts(events, OrderEvent::debtorId))
                .param("invoices", texts(events, OrderEvent::invoiceId))
                .param("items", texts(events, OrderEvent::openItemId))
                .param("instalments", texts(events, OrderEvent::instalment))
                .param("kinds", texts(events, OrderEvent::kind))
                .param("days", texts(events, OrderEvent::occurredOn))
                .param("lasts", texts(events, OrderEvent::until))
                .param("reasons", texts(events, OrderEvent::reason))
                .param("known", events.stream().map(OrderEvent::known).toArray(Boolean[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by())
                .query(UUID.class)
                .list());
    }

    private static @Nullable String[] texts(List<OrderEvent> events, Function<OrderEvent, @Nullable Object> what) {
        return events.stream()
                .map(event -> Objects.toString(what.apply(event), null))
                .toArray(String[]::new);
    }

    /** Those that were told under these ids. */
    List<OrderEvent> told(List<String> creditorIds, List<String> externalIds) {
        return jdbc.sql("""
                        select %s from unnest(:creditors, :externals) as n (creditor, external)
                        join order_event e on e.creditor_id = n.creditor and e.external_id = n.external""".formatted(COLUMNS))
                .param("creditors", creditorIds.toArray(String[]::new))
                .param("externals", externalIds.toArray(String[]::new))
                .query(OrderEvent.class)
                .list();
    }

    /** All that was told of these invoices, the earliest first. */
    List<OrderEvent> ofInvoices(List<String> creditorIds, List<String> invoiceIds) {
        return jdbc.sql("""
                        select %s from (select distinct * from unnest(:creditors, :invoices) as n (creditor, invoice)) n
                        join order_event e on e.creditor_id = n.creditor and e.invoice_id = n.invoice
                        order by e.occurred_on, e.received_at, e.id""".formatted(COLUMNS))
                .param("creditors", creditorIds.toArray(String[]::new))
                .param("invoices", invoiceIds.toArray(String[]::new))
                .query(OrderEvent.class)
                .list();
    }

    /**
     * An item of an invoice that is named.
     *
     * @param debtorId as the creditor calls him
     */
    record Named(
            String creditorId, String invoiceId, @Nullable Integer instalment, String debtorId, UUID accountId) {}

    /** The items that these invoices have here. */
    List<Named> items(List<String> creditorIds, List<String> invoiceIds) {
        return jdbc.sql("""
                        select i.creditor_id, i.invoice_id, i.given_instalment as instalment, d.external_id as debtor_id, i.account_id
                        from (select distinct * from unnest(:creditors, :invoices) as n (creditor, invoice)) n
                        join open_item i on i.creditor_id = n.creditor and i.invoice_id = n.invoice
                        join account a on a.id = i.account_id join debtor d on d.id = a.debtor_id""")
                .param("creditors", creditorIds.toArray(String[]::new))
                .param("invoices", invoiceIds.toArray(String[]::new))
                .query(Named.class)
                .list();
    }

    /** Accounts whose items came here after something was told of them. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    List<UUID> accountsNotMet() {
        return jdbc.sql("select distinct i.account_id from " + ITEMS + " where e.met_at is null order by i.account_id")
                .query(UUID.class)
                .list();
    }

    /** What was told of the items of these accounts is known to be about them. */
    void meet(Collection<UUID> accountIds) {
        jdbc.sql("""
                        update order_event set met_at = :now where met_at is null and id in (
                            select e.id from %s where i.account_id = any(:accounts) and e.met_at is null)""".formatted(ITEMS))
                .param("now", Timestamp.from(clock.instant()))
                .param("accounts", accountIds.toArray(UUID[]::new))
                .update();
    }

    /** The latest of an invoice, or of all that may be seen; those alone whose invoice is not here, if wanted. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    List<OrderEvent> latest(@Nullable String invoiceId, boolean waiting, CreditorScope scope, ListPage page) {
        return sought(
                        "select " + COLUMNS,
                        " order by e.received_at desc, e.id desc limit :size offset :offset",
                        invoiceId,
                        waiting,
                        scope)
                .param("size", page.size())
                .param("offset", page.offset())
                .query(OrderEvent.class)
                .list();
    }

    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    long count(@Nullable String invoiceId, boolean waiting, CreditorScope scope) {
        return sought("select count(*)", "", invoiceId, waiting, scope)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec sought(
            String select, String order, @Nullable String invoiceId, boolean waiting, CreditorScope scope) {
        return jdbc.sql(select + " from order_event e " + """
                         where (:all or e.creditor_id = any(:creditors)) and e.external_id is not null
                         and (not :waiting or e.met_at is null) and (cast(:invoice as text) is null or e.invoice_id = :invoice)""" + order)
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .param("waiting", waiting)
                .param("invoice", invoiceId);
    }

    private String by() {
        Actor present = actor.getIfAvailable();
        return present == null ? "system" : present.name();
    }
}

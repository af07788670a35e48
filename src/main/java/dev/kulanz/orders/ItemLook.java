package dev.kulanz.orders;

import dev.kulanz.cases.AccountsLookedAt;
import dev.kulanz.cases.ItemCases;
import dev.kulanz.receivables.CreditorTerms;
import dev.kulanz.receivables.ItemHolds;
import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decides anew what holds the items of accounts, before anything of them enters a case; in few statements for any number. */
@Component
class ItemLook {

    /**
     * A mandate holds what has been in no case yet: who was reminded already is not told that nothing was meant. What nothing is
     * owed of is held by nothing.
     */
    private static final String ITEMS = """
            select i.id, i.creditor_id, i.invoice_id, i.given_instalment as instalment, d.external_id as debtor_id, i.due_date,
                   i.mandate_id is not null and (
                       not exists (select from item_stay s where s.open_item_id = i.id)
                       or exists (select from item_hold h where h.open_item_id = i.id and h.reason = 'DIRECT_DEBIT'
                                  and h.about is null and h.lifted_at is null)) as has_mandate,
                   o.amount > 0 as is_open,
                   (select max(e.value_date) from ledger_entry e where e.open_item_id = i.id and e.amount < 0
                    and (e.credit_note_id is not null or e.kind = 'PRINCIPAL')) as credited_on
            from open_item i
            join account a on a.id = i.account_id
            join debtor d on d.id = a.debtor_id
            cross join lateral (select coalesce(sum(e.amount), 0) as amount from ledger_entry e where e.open_item_id = i.id) o
            where i.account_id = any(:accounts) and (
                i.mandate_id is not null
                or exists (select from order_event e where e.creditor_id = i.creditor_id and e.invoice_id = i.invoice_id)
                or exists (select from item_hold h where h.open_item_id = i.id and h.lifted_at is null))""";

    private final JdbcClient jdbc;
    private final OrderEvents events;
    private final ItemCases cases;
    private final CreditorTerms terms;
    private final BusinessCalendar calendar;
    private final BusinessClock clock;

    ItemLook(
            JdbcClient jdbc,
            OrderEvents events,
            ItemCases cases,
            CreditorTerms terms,
            BusinessCalendar calendar,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.cases = cases;
        this.terms = terms;
        this.calendar = calendar;
        this.clock = clock;
    }

    private record Item(
            UUID id,
            String creditorId,
            String invoiceId,
            @Nullable Integer instalment,
            String debtorId,
            LocalDate dueDate,
            boolean hasMandate,
            boolean isOpen,
            @Nullable LocalDate creditedOn) {

        String invoice() {
            return creditorId + "\n" + invoiceId;
        }

        boolean isMeant(OrderEvent event) {
            return event.isOf(id, instalment, debtorId);
        }
    }

    @EventListener
    void on(AccountsLookedAt looked) {
        List<Item> items = jdbc.sql(ITEMS)
                .param("accounts", looked.accountIds().toArray(UUID[]::new))
                .query(Item.class)
                .list();
        if (items.isEmpty()) {
            return;
        }
        Map<String, List<OrderEvent>> told = events
                .ofInvoices(
                        items.stream().map(Item::creditorId).toList(),
                        items.stream().map(Item::invoiceId).toList())
                .stream()
                .collect(Collectors.groupingBy(event -> event.creditorId() + "\n" + event.invoiceId()));
        Map<String, Integer> debitDays = new HashMap<>();
        List<ItemHolds.Wanted> wanted = items.stream()
                .filter(Item::isOpen)
                .flatMap(item -> story(item, told)
                        .holds(debitDays.computeIfAbsent(item.creditorId(), this::debitDays), clock.today(), calendar)
                        .stream()
                        .map(hold -> new ItemHolds.Wanted(
                                item.id(), hold.reason(), hold.about(), hold.until(), hold.lookOn())))
                .toList();
        cases.set(items.stream().map(Item::id).toList(), wanted);
        if (!told.isEmpty()) {
            events.meet(looked.accountIds());
        }
    }

    private int debitDays(String creditorId) {
        return terms.on(creditorId, clock.today()).debitBankDays();
    }

    private static ItemStory story(Item item, Map<String, List<OrderEvent>> told) {
        return new ItemStory(
                item.dueDate(),
                item.hasMandate(),
                item.creditedOn(),
                told.getOrDefault(item.invoice(), List.of()).stream()
                        .filter(item::isMeant)
                        .toList());
    }
}

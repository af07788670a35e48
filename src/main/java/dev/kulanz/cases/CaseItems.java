package dev.kulanz.cases;

import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.shared.BusinessClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The items of cases with their balances, the oldest due date first. */
@Component
public class CaseItems {

    private static final RowMapper<ItemBalance> BALANCE = new DataClassRowMapper<>(ItemBalance.class);

    private final JdbcClient jdbc;
    private final CaseTerms terms;
    private final FirstContacts firstContacts;
    private final BusinessClock clock;

    CaseItems(JdbcClient jdbc, CaseTerms terms, FirstContacts firstContacts, BusinessClock clock) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.firstContacts = firstContacts;
        this.clock = clock;
    }

    /** All items that a case has now, also paid ones. */
    public List<ItemBalance> all(UUID caseId) {
        return jdbc.sql("""
                        select b.* from case_item ci join item_balance b on b.id = ci.open_item_id
                        where ci.case_id = :case order by b.due_date, b.invoice_id""").param("case", caseId).query(ItemBalance.class).list();
    }

    /**
     * An item that was in a case and is no longer.
     *
     * @param instalment the number that the creditor gave this part of the invoice; null: none, or it is the only one
     * @param dueDate of a part without a number, which tells it from the others; else null
     * @param caseNumber the case that has it now; null while none does
     */
    public record MovedOn(
            String invoiceId,
            @Nullable Integer instalment,
            @Nullable LocalDate dueDate,
            @Nullable String caseNumber) {}

    /** The items that left a case for another one, as when the agency took the rest or an item of it was owed again. */
    public List<MovedOn> movedOn(UUID caseId) {
        return jdbc.sql("""
                        select distinct i.invoice_id, i.given_instalment as instalment, day_of_part(i) as due_date,
                               i.due_date as due, k.number as case_number
                        from item_stay s join open_item i on i.id = s.open_item_id
                        left join case_item now on now.open_item_id = i.id
                        left join dunning_case k on k.id = now.case_id
                        where s.case_id = :case and s.left_at is not null and now.case_id is distinct from s.case_id
                        order by i.invoice_id, i.due_date limit 100""").param("case", caseId).query(MovedOn.class).list();
    }

    /**
     * What the debtor is asked for: all that is due. Nothing while it is less in sum than the creditor asks for: then it
     * waits for more.
     */
    public List<ItemBalance> demandable(DunningCase of) {
        List<ItemBalance> due = due(of);
        return sum(due).compareTo(terms.limits(of).demand()) < 0 ? List.of() : due;
    }

    /**
     * What the debtor could be asked for, however little it is: the overdue items of the case that are open and not blocked
     * themselves. One that he has not been told of yet waits for its first contact; also one that he was told of before its
     * due date moved, and for the end of the time that he was given then.
     */
    public List<ItemBalance> due(DunningCase of) {
        List<Due> due = jdbc.sql("""
                        select b.*, exists (
                            select 1 from notice_that_counts n where n.open_item_id = b.id) as told
                        from case_item ci
                        join item_balance b on b.id = ci.open_item_id
                        where ci.case_id = :case and b.open_amount > 0 and b.due_date < :today
                          and not exists (
                            select 1 from notice n where n.open_item_id = b.id and n.pay_by >= :today
                              and not exists (select 1 from notice_that_counts c where c.open_item_id = b.id))
                          and not exists (
                            select 1 from item_block x
                            where x.open_item_id = ci.open_item_id and holds_on(x.lifted_at, x.until_date, :today))
                        order by b.due_date, b.invoice_id""")
                .param("case", of.id())
                .param("today", clock.today())
                .query((row, index) -> new Due(BALANCE.mapRow(row, index), row.getBoolean("told")))
                .list();
        if (due.stream().allMatch(Due::told)) {
            return due.stream().map(Due::item).toList();
        }
        UnaryOperator<LocalDate> firstContact = firstContacts.of(of);
        return due.stream()
                .filter(one ->
                        one.told() || !firstContact.apply(one.item().dueDate()).isAfter(clock.today()))
                .map(Due::item)
                .toList();
    }

    private record Due(ItemBalance item, boolean told) {}

    /** What is due; as long as nothing is, what is open: that is what rules look at. */
    public List<ItemBalance> dueOrOpen(DunningCase of) {
        List<ItemBalance> due = due(of);
        return due.isEmpty() ? standing(of) : due;
    }

    /** What is open of these items in sum. */
    public static BigDecimal sum(List<ItemBalance> items) {
        return items.stream().map(ItemBalance::openAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * The items that say where the case stands: the open ones that are not blocked themselves, or all open ones if all
     * are.
     */
    public List<ItemBalance> standing(DunningCase of) {
        return jdbc.sql("""
                        with open as (
                            select b.*, exists (
                                select 1 from item_block x where x.open_item_id = b.id
                                and holds_on(x.lifted_at, x.until_date, :today)) as held
                            from case_item ci join item_balance b on b.id = ci.open_item_id
                            where ci.case_id = :case and b.open_amount > 0)
                        select id, account_id, invoice_id, invoice_date, due_date, subject, original_amount, open_amount,
                               credited_amount, given_instalment, instalments
                        from open where not held or not exists (select 1 from open where not held)
                        order by due_date, invoice_id""")
                .param("case", of.id())
                .param("today", clock.today())
                .query(ItemBalance.class)
                .list();
    }

    /** What the oldest open item of a case is for; empty if none is open. */
    Optional<String> kindOfOldest(UUID caseId) {
        return jdbc.sql("""
                        select i.kind from case_item ci
                        join open_item i on i.id = ci.open_item_id
                        join item_balance b on b.id = i.id
                        where ci.case_id = :case and b.open_amount > 0 order by i.due_date, i.invoice_id limit 1""").param("case", caseId).query(String.class).optional();
    }

    /** Whether the oldest open item of a case has a direct-debit mandate. */
    boolean hasMandate(UUID caseId) {
        return jdbc.sql("""
                        select i.mandate_id is not null from case_item ci
                        join open_item i on i.id = ci.open_item_id
                        join item_balance b on b.id = i.id
                        where ci.case_id = :case and b.open_amount > 0 order by i.due_date, i.invoice_id limit 1""")
                .param("case", caseId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Whether the debtor has no other item, paid or not, than those of this case. */
    boolean areAllOfDebtor(DunningCase of) {
        return jdbc.sql("""
                        select not exists (
                            select 1 from open_item i join account a on a.id = i.account_id
                            where a.debtor_id = :debtor and not exists (
                                select 1 from case_item ci where ci.case_id = :case and ci.open_item_id = i.id))""")
                .param("debtor", of.debtorId())
                .param("case", of.id())
                .query(Boolean.class)
                .single();
    }
}

package dev.kulanz.cases;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Unseen;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds cases for people: by name, number, invoice or amount; searched and paged by the database. */
@Component
@Transactional(readOnly = true)
public class CaseSearch {

    private static final String FILTER = """
            from dunning_case k join debtor d on d.id = k.debtor_id
            left join follow_up f on f.case_id = k.id
            where (:all or k.creditor_id = any(:creditors))
              and (:status::text is null or k.status = :status)
              and (:debtor::text is null or d.external_id = :debtor)
              and (:creditor::text is null or k.creditor_id = :creditor)
              and (:step::text is null or coalesce(k.step, 'none') = :step)
              and {mark}
              and (:text::text is null
                   or lower(d.name) like '%' || :text || '%' escape '\\'
                   or lower(k.number) like :number || '%' escape '\\'
                   or lower(d.external_id) = :exact
                   or lower(k.payment_reference) = :exact
                   or exists (select 1 from case_item ci join open_item i on i.id = ci.open_item_id
                              where ci.case_id = k.id and lower(i.invoice_id) like :number || '%' escape '\\')
                   or (:amount::numeric is not null and (
                         :amount = (select sum(greatest(b.open_amount, 0)) from case_item ci
                                    join item_balance b on b.id = ci.open_item_id where ci.case_id = k.id)
                         or exists (select 1 from case_item ci join ledger_entry e on e.open_item_id = ci.open_item_id
                                    where ci.case_id = k.id and abs(e.amount) = :amount))))
            """;

    private static final String COLUMNS = """
            select k.id, k.number, k.status, k.round, k.step, k.creditor_id, d.external_id as debtor_id, d.name as debtor_name,
                   k.currency, coalesce(s.open_amount, 0) as open_amount, coalesce(s.open_items, 0) as open_items,
                   s.oldest_due_date, k.opened_at, k.payment_reference,
                   f.due_on as follow_up_on, f.reason as follow_up_reason,
                   exists (select 1 from case_block x where x.case_id = k.id and x.open_item_id is null
                           and holds_on(x.lifted_at, x.until_date, :today)) as blocked
            from (select k.* %s %s limit :size offset :offset) k
            join debtor d on d.id = k.debtor_id
            left join follow_up f on f.case_id = k.id
            left join lateral (
                select sum(b.open_amount) as open_amount, count(*) as open_items, min(b.due_date) as oldest_due_date
                from case_item ci join item_balance b on b.id = ci.open_item_id
                where ci.case_id = k.id and b.open_amount > 0) s on true
            """;

    private static final String HELD = """
            exists (select 1 from case_block x where x.case_id = k.id and x.open_item_id is null
                    and holds_on(x.lifted_at, x.until_date, :today)%s)""";

    private static final List<MarkedCases> OWN = List.of(
            new MarkedCases(Mark.BLOCKED, HELD.formatted("")),
            new MarkedCases(Mark.PROMISE_OPEN, HELD.formatted(" and x.reason = 'PROMISE'")),
            new MarkedCases(Mark.FOLLOW_UP_DUE, "f.due_on <= :today"),
            new MarkedCases(Mark.WAITS_FOR_MORE, "exists (select 1 from case_waiting w where w.case_id = k.id)"),
            new MarkedCases(
                    Mark.CANNOT_START, "k.status = 'OPEN' and k.journey_started_at is null and k.start_attempts > 0"));

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final ObjectProvider<MarkedCases> ofOthers;

    CaseSearch(JdbcClient jdbc, BusinessClock clock, ObjectProvider<MarkedCases> ofOthers) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ofOthers = ofOthers;
    }

    /** What sets some cases apart from the others. */
    public enum Mark {
        /** The whole case is blocked today. */
        BLOCKED,
        /** A promise to pay is open; while it is, it blocks the case. */
        PROMISE_OPEN,
        /** The last promise was not kept, or not in full, and nothing that holds the case came of it since. */
        PROMISE_BROKEN,
        /** Somebody wanted to look at it again, today or before. */
        FOLLOW_UP_DUE,
        /** A person has a task that should have been done by now. */
        TASK_OVERDUE,
        /** A person can release it to the agency: nothing is missing. */
        READY_FOR_HANDOVER,
        /** Too little is open for anything to be asked for. */
        WAITS_FOR_MORE,
        /** Its journey was to begin, and could not yet. */
        CANNOT_START
    }

    /**
     * What is looked for; null means any.
     *
     * @param debtorId the creditor's own debtor id
     * @param step the last step taken; "none": no step yet
     * @param text part of a name, beginning of a case or invoice number, a debtor id, a payment reference, or an amount
     */
    public record Wanted(
            DunningCase.@Nullable Status status,
            @Nullable String debtorId,
            @Nullable String creditorId,
            @Nullable String step,
            @Nullable Mark mark,
            @Nullable String text) {

        public static final Wanted ANY = new Wanted(null, null, null, null, null, null);

        /** Nobody's name or number has control characters, and the database takes no such text. */
        boolean isImpossible() {
            return !Stream.of(debtorId, creditorId, step, text)
                    .filter(Objects::nonNull)
                    .allMatch(Legible::isLine);
        }
    }

    /** One page, the newest first, follow-ups by their day; pages count from 0. */
    public List<CaseSummary> page(CreditorScope scope, Wanted wanted, int page, int size) {
        if (wanted.isImpossible()) {
            return List.of();
        }
        String order = wanted.mark() == Mark.FOLLOW_UP_DUE
                ? "order by f.due_on, k.number"
                : "order by k.opened_at desc, k.number desc";
        return bind(jdbc.sql(COLUMNS.formatted(filter(wanted), order) + order), scope, wanted)
                .param("size", size)
                .param("offset", (long) page * size)
                .query(CaseSummary.class)
                .list();
    }

    /** The summary of one case. */
    public CaseSummary of(DunningCase one) {
        String only = "from dunning_case k where k.id = :id";
        return jdbc.sql(COLUMNS.formatted(only, ""))
                .param("id", one.id())
                .param("today", clock.today())
                .param("size", 1)
                .param("offset", 0)
                .query(CaseSummary.class)
                .single();
    }

    public long count(CreditorScope scope, Wanted wanted) {
        if (wanted.isImpossible()) {
            return 0;
        }
        return bind(jdbc.sql("select count(*) " + filter(wanted)), scope, wanted)
                .query(Long.class)
                .single();
    }

    /** How many have this mark, whatever else is true of them: as many as the list of them finds, and quicker. */
    public long count(CreditorScope scope, Mark mark) {
        return jdbc.sql("""
                        select count(*) from dunning_case k left join follow_up f on f.case_id = k.id
                        where (:all or k.creditor_id = any(:creditors)) and (%s)""".formatted(condition(mark)))
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .param("today", clock.today())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** Only with the condition that is asked for: so the database begins with the few that fulfil it. */
    private String filter(Wanted wanted) {
        return FILTER.replace("{mark}", wanted.mark() == null ? "true" : "(" + condition(wanted.mark()) + ")");
    }

    private String condition(Mark mark) {
        return Stream.concat(OWN.stream(), ofOthers.stream())
                .filter(cases -> cases.mark() == mark)
                .map(MarkedCases::condition)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody knows the cases of " + mark));
    }

    private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, CreditorScope scope, Wanted wanted) {
        // What can't be seen comes along when an id is copied, and no kept one has it.
        String text = wanted.text() == null || wanted.text().isBlank()
                ? null
                : Unseen.foldedText(wanted.text()).strip().toLowerCase(Locale.GERMAN);
        String debtor = wanted.debtorId() == null ? null : Unseen.foldedId(wanted.debtorId());
        Map<String, @Nullable Object> values = new java.util.HashMap<>();
        values.put("all", scope.all());
        values.put("creditors", scope.idArray());
        values.put("status", wanted.status() == null ? null : wanted.status().name());
        values.put("debtor", debtor);
        values.put("creditor", wanted.creditorId());
        values.put("step", wanted.step());
        values.put("today", clock.today());
        values.put("now", Timestamp.from(clock.instant()));
        String number = text == null ? null : Unseen.foldedId(text);
        values.put("exact", number);
        values.put("number", escaped(number));
        values.put("text", escaped(text));
        values.put("amount", text == null ? null : amountIn(text));
        return statement.params(values);
    }

    private static @Nullable String escaped(@Nullable String text) {
        return text == null ? null : text.replaceAll("([\\\\%_])", "\\\\$1");
    }

    /** An amount as people write it, 1.234,56 or 1234.56; null if the text is none. */
    static @Nullable BigDecimal amountIn(String text) {
        String bare = text.replaceAll("(?i)\\s|€|eur", "");
        if (bare.matches("\\d{1,3}(\\.\\d{3})*,\\d{1,2}|\\d+,\\d{1,2}")) {
            return new BigDecimal(bare.replace(".", "").replace(',', '.'));
        }
        return bare.matches("\\d{1,10}(\\.\\d{1,2})?") ? new BigDecimal(bare) : null;
    }
}

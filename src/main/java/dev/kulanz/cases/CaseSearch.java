package dev.kulanz.cases;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Unseen;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds cases for people, by whatever they have at hand; searched and paged by the database. */
@Component
@Transactional(readOnly = true)
public class CaseSearch {

    private static final String CASES = "from dunning_case k where ";

    private static final String COLUMNS = """
        select k.id, k.number, k.status, k.round, k.step, k.creditor_id, d.external_id as debtor_id, d.name as debtor_name,
               k.currency, coalesce(s.open_amount, 0) as open_amount, coalesce(s.open_items, 0) as open_items,
               s.oldest_due_date, k.opened_at, k.payment_reference,
               f.due_on as follow_up_on, f.reason as follow_up_reason,
               exists (select 1 from case_block x where x.case_id = k.id and x.open_item_id is null
                       and holds_on(x.lifted_at, x.until_date, :today)) as blocked
        from (%s) k
        join debtor d on d.id = k.debtor_id
        left join follow_up f on f.case_id = k.id
        left join lateral (
            select sum(b.open_amount) as open_amount, count(*) as open_items, min(b.due_date) as oldest_due_date
            from case_item ci join item_balance b on b.id = ci.open_item_id
            where ci.case_id = k.id and b.open_amount > 0) s on true
        """;

    /** The latest first: ids are in the order in which cases were opened. */
    private static final String LATEST = "k.id desc";

    /** So many are found by a text. */
    static final int MOST = 300;

    /** So many of those with a mark can be leafed through. */
    static final int MOST_MARKED = 1_000;

    /** So many of all others can be leafed through. */
    static final int MOST_LISTED = 10_000;

    private static final List<MarkedCases> OWN = List.of(
            new MarkedCases(Mark.BLOCKED, held("")),
            new MarkedCases(Mark.PROMISE_OPEN, held(" and x.reason = 'PROMISE'")),
            new MarkedCases(
                    Mark.FOLLOW_UP_DUE,
                    "select case_id, due_on from follow_up where due_on <= :today",
                    "m.due_on, k.number"),
            new MarkedCases(Mark.WAITS_FOR_MORE, """
                    select w.case_id
                    from (select case_id from case_that_may_wait order by case_id desc offset 0) w
                    where exists ( -- case by case, the latest first, until the list is full
                        select 1 from case_waiting x where x.case_id = w.case_id offset 0)"""),
            new MarkedCases(Mark.CANNOT_START, """
                    select id as case_id from dunning_case
                    where status = 'OPEN' and journey_started_at is null and start_attempts > 0"""));

    private static String held(String condition) {
        String holds = "x.lifted_at is null and (x.until_date is null or x.until_date >= :today)" + condition;
        return """
                select x.case_id from block x where x.open_item_id is null and %1$s
                union all
                select c.id from person_block x join dunning_case c on c.debtor_id = x.debtor_id where %1$s""".formatted(holds);
    }

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
     * @param text words of which each is part of the name, the case's or an invoice's number, the payment reference, the
     *     debtor id, the address, an e-mail address or telephone number, or of what an invoice is for; an amount; or a
     *     telephone number. One or two letters are the beginning of a word. However it is written
     */
    public record Wanted(
            DunningCase.@Nullable Status status,
            @Nullable String debtorId,
            @Nullable String creditorId,
            @Nullable String step,
            @Nullable Mark mark,
            @Nullable String text) {

        public static final Wanted ANY = new Wanted(null, null, null, null, null, null);

        boolean hasText() {
            return text != null && !text.isBlank();
        }

        /** Nobody's name or number has control characters, and the database takes no such text. */
        boolean isImpossible() {
            return !Stream.of(debtorId, creditorId, step, text)
                    .filter(Objects::nonNull)
                    .allMatch(Legible::isLine);
        }
    }

    /**
     * One page of what was looked for.
     *
     * @param total how many there are, at most {@value #MOST} by a text, {@value #MOST_MARKED} with a mark, else
     *     {@value #MOST_LISTED}
     * @param isBounded there are more
     */
    public record Found(List<CaseSummary> cases, long total, boolean isBounded) {

        private static final Found NONE = new Found(List.of(), 0, false);
    }

    /** A text finds the best fitting first, a mark in its own order; else the newest come first. Pages count from 0. */
    public Found find(CreditorScope scope, Wanted wanted, int page, int size) {
        if (wanted.isImpossible()) {
            return Found.NONE;
        }
        readFew();
        if (wanted.text() != null && wanted.hasText()) {
            return part(best(scope, wanted, wanted.text()), MOST, page, size);
        }
        if (wanted.mark() != null) {
            return part(marked(scope, wanted, wanted.mark()), MOST_MARKED, page, size);
        }
        long total = counted(scope, wanted, " limit " + (MOST_LISTED + 1));
        return new Found(listed(scope, wanted, page, size), Math.min(total, MOST_LISTED), total > MOST_LISTED);
    }

    private Found part(List<UUID> ids, int most, int page, int size) {
        List<UUID> found = ids.subList(0, Math.min(ids.size(), most));
        int from = (int) Math.min((long) page * size, found.size());
        return new Found(
                all(found.subList(from, Math.min(from + size, found.size()))), found.size(), ids.size() > most);
    }

    /** What is asked for is few of very many: the database plans for these words and values, and by itself. */
    private void readFew() {
        jdbc.sql("select set_config('plan_cache_mode', 'force_custom_plan', true),"
                        + " set_config('max_parallel_workers_per_gather', '0', true)")
                .query((row, n) -> row.getString(1))
                .single();
    }

    /** One page, see {@link #find}. */
    public List<CaseSummary> page(CreditorScope scope, Wanted wanted, int page, int size) {
        return find(scope, wanted, page, size).cases();
    }

    /** How many there are, however many; by a text at most {@value #MOST}. */
    public long count(CreditorScope scope, Wanted wanted) {
        Found found = find(scope, wanted, 0, 1);
        return found.isBounded() && !wanted.hasText() ? counted(scope, wanted, "") : found.total();
    }

    /** The cases that a text finds, the best fitting first, at most {@value #MOST}; see {@link Wanted}. */
    public List<UUID> idsOf(CreditorScope scope, String text) {
        Wanted wanted = new Wanted(null, null, null, null, null, text);
        if (wanted.isImpossible() || !wanted.hasText()) {
            return List.of();
        }
        readFew();
        return best(scope, wanted, text).stream().limit(MOST).toList();
    }

    /**
     * The best fitting, one more than are shown. Mostly few are found, and all of those are ranked. Of what is common so many
     * are taken as are shown, from where the best fitting are: whoever finds as many there need not look further.
     */
    private List<UUID> best(CreditorScope scope, Wanted wanted, String text) {
        return SoughtText.of(text, this::folded)
                .map(sought -> {
                    String conditions = conditions(wanted);
                    Set<UUID> candidates = new HashSet<>();
                    boolean isAll = add(candidates, sought.open(conditions), sought, scope, wanted)
                            && add(candidates, sought.over(conditions), sought, scope, wanted);
                    for (String other : sought.otherWays(conditions)) {
                        isAll &= add(candidates, other, sought, scope, wanted);
                    }
                    if (!isAll) {
                        for (String best : sought.bestFirst(conditions)) {
                            if (!add(candidates, best, sought, scope, wanted)) {
                                break;
                            }
                        }
                    }
                    return jdbc.sql(sought.ranked())
                            .params(sought.values())
                            .param("candidates", candidates.toArray(UUID[]::new))
                            .param("most", MOST + 1)
                            .query(UUID.class)
                            .list();
                })
                .orElse(List.of());
    }

    /** @return whether these were all that there are */
    private boolean add(Set<UUID> candidates, String sql, SoughtText sought, CreditorScope scope, Wanted wanted) {
        List<UUID> found = bind(jdbc.sql(sql).params(sought.values()), scope, wanted)
                .param("most", MOST + 1)
                .query(UUID.class)
                .list();
        candidates.addAll(found);
        return found.size() <= MOST;
    }

    /** Those with this mark, each once, one more than are shown. */
    private List<UUID> marked(CreditorScope scope, Wanted wanted, Mark mark) {
        MarkedCases cases = cases(mark);
        return bind(
                        jdbc.sql("select k.id from (" + cases.cases()
                                + ") m join dunning_case k on k.id = m.case_id where " + others(wanted) + " order by "
                                + cases.order() + " limit " + (MOST_MARKED + 1)),
                        scope,
                        wanted)
                .query(UUID.class)
                .list()
                .stream()
                .distinct()
                .toList();
    }

    private String folded(String text) {
        return jdbc.sql("select wanted_words(:text)")
                .param("text", text)
                .query(String.class)
                .single();
    }

    private List<CaseSummary> all(List<UUID> ids) {
        return jdbc.sql(COLUMNS.formatted("select * from dunning_case where id = any(:ids)")
                        + "order by array_position(:ids, k.id)")
                .param("ids", ids.toArray(UUID[]::new))
                .param("today", clock.today())
                .query(CaseSummary.class)
                .list();
    }

    private List<CaseSummary> listed(CreditorScope scope, Wanted wanted, int page, int size) {
        return bind(
                        jdbc.sql(COLUMNS.formatted("select k.* " + CASES + conditions(wanted) + " order by " + LATEST
                                        + " limit :size offset :offset")
                                + " order by " + LATEST),
                        scope,
                        wanted)
                .param("size", size)
                .param("offset", (long) page * size)
                .query(CaseSummary.class)
                .list();
    }

    /** The summary of one case. */
    public CaseSummary of(DunningCase one) {
        return all(List.of(one.id())).get(0);
    }

    private long counted(CreditorScope scope, Wanted wanted, String limit) {
        return bind(
                        jdbc.sql("select count(*) from (select 1 " + CASES + conditions(wanted) + limit + ") c"),
                        scope,
                        wanted)
                .query(Long.class)
                .single();
    }

    /** How many have this mark, whatever else is true of them: as many as the list of them finds. */
    public long count(CreditorScope scope, Mark mark) {
        return counted(scope, new Wanted(null, null, null, null, mark, null), "");
    }

    private String conditions(Wanted wanted) {
        return wanted.mark() == null
                ? others(wanted)
                : others(wanted) + " and k.id in (select m.case_id from ("
                        + cases(wanted.mark()).cases() + ") m)";
    }

    /** All but the mark. Only with the conditions that are asked for: so the database begins with the few that fulfil them. */
    private static String others(Wanted wanted) {
        StringBuilder filter = new StringBuilder("(:all or k.creditor_id = any(:creditors))");
        if (wanted.status() != null) {
            filter.append(" and k.status = :status");
        }
        if (wanted.debtorId() != null) {
            filter.append(" and k.debtor_id in (select id from debtor where external_id = :debtor)");
        }
        if (wanted.creditorId() != null) {
            filter.append(" and k.creditor_id = :creditor");
        }
        if (wanted.step() != null) {
            filter.append(" and coalesce(k.step, 'none') = :step");
        }
        return filter.toString();
    }

    private MarkedCases cases(Mark mark) {
        return Stream.concat(OWN.stream(), ofOthers.stream())
                .filter(cases -> cases.mark() == mark)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody knows the cases of " + mark));
    }

    private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, CreditorScope scope, Wanted wanted) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("all", scope.all());
        values.put("creditors", scope.idArray());
        values.put("status", wanted.status() == null ? null : wanted.status().name());
        // What can't be seen comes along when an id is copied, and no kept one has it.
        values.put("debtor", wanted.debtorId() == null ? null : Unseen.foldedId(wanted.debtorId()));
        values.put("creditor", wanted.creditorId());
        values.put("step", wanted.step());
        values.put("today", clock.today());
        values.put("now", Timestamp.from(clock.instant()));
        return statement.params(values);
    }
}

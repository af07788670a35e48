package dev.kulanz.cases;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.shared.BusinessClock;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the stock of open cases changed, week by week and step by step: opening + what came − what went = closing. Counted
 * from the append-only ledger and from where the cases stood when; weeks begin on Monday in {@link BusinessClock#ZONE}.
 *
 * <p>A booking belongs to the step at which its case stood at that moment. What happens at the very moment of a move is
 * booked first: a payment that settles a case is paid, not left over. An item that goes to another case is taken out of
 * what is new here, as it is new there: it counts once.
 */
@Component
@Transactional(readOnly = true)
public class StockAndFlow {

    private static final Comparator<String> BY_LADDER =
            Comparator.comparingInt(StockAndFlow::place).thenComparing(Comparator.naturalOrder());

    /** Cases that were over before the first week take no part. */
    private static final String FLOWS = """
            with scoped as (
                select k.id, k.currency from dunning_case k
                where (:all or k.creditor_id = any(:creditors)) and (:creditor::text is null or k.creditor_id = :creditor)
                  and (k.status = 'OPEN' or exists (
                      select 1 from case_move m where m.case_id = k.id and m.moved_at >= :since))),
            event as (
                select s.id, s.currency, m.moved_at as at, 1 as rank, m.id as seq, m.status,
                       coalesce(m.step, 'none') as step, null as flow, 0 as amount
                from scoped s join case_move m on m.case_id = s.id
                union all
                select s.id, s.currency, greatest(e.booked_at, ci.joined_at), 0, e.id, null, null,
                       case when e.booked_at <= ci.joined_at then 'NEW'
                            when e.kind = 'WRITE_OFF' then 'WRITTEN_OFF'
                            when e.credit_note_id is not null then case when e.amount > 0 then 'RETURNED' else 'WAIVED' end
                            when e.kind in ('PAYMENT', 'CREDIT') then
                                case when e.amount > 0 and e.source <> 'SURPLUS' then 'RETURNED' else 'PAID' end
                            when e.amount < 0 then 'WAIVED'
                            when e.kind in ('CLEARED_ELSEWHERE', 'GOODWILL') then 'RETURNED'
                            else 'NEW' end,
                       e.amount
                from scoped s
                join item_stay ci on ci.case_id = s.id
                join ledger_entry e on e.open_item_id = ci.open_item_id and (ci.left_at is null or e.booked_at <= ci.left_at)
                union all
                select s.id, s.currency, ci.left_at, 0, :last, null, null, 'NEW',
                       -(select coalesce(sum(e.amount), 0) from ledger_entry e
                         where e.open_item_id = ci.open_item_id and e.booked_at <= ci.left_at)
                from scoped s join item_stay ci on ci.case_id = s.id and ci.left_at is not null),
            counted as (
                select event.*, count(status) over sofar as moves, sum(amount) over sofar as balance
                from event window sofar as (partition by id order by at, rank, seq rows unbounded preceding)),
            booked as (
                select at, currency, flow, amount,
                       first_value(status) over stay as status, first_value(step) over stay as step
                from counted window stay as (partition by id, moves order by at, rank, seq)),
            moved as (
                select at, currency, status, step, balance, moves,
                       lag(status) over way as was, lag(step) over way as was_at
                from counted where flow is null window way as (partition by id order by moves)),
            change as (
                select at, currency, step, flow, 0 as cases, amount from booked where flow is not null and status = 'OPEN'
                union all
                select at, currency, was_at,
                       case status when 'OPEN' then 'TO_OTHER_STEPS' when 'SETTLED' then 'PAID' else status end,
                       -1, -balance
                from moved where was = 'OPEN' and (status <> 'OPEN' or step <> was_at)
                union all
                select at, currency, step,
                       case when was = 'OPEN' then 'FROM_OTHER_STEPS' when moves = 1 then 'NEW' else 'RETURNED' end,
                       1, balance
                from moved where status = 'OPEN' and (was is distinct from 'OPEN' or step <> was_at))
            select case when at >= :since then date_trunc('week', at at time zone :zone)::date end as monday,
                   currency, step, flow, sum(cases) as cases, sum(amount) as amount
            from change group by 1, 2, 3, 4""";

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    StockAndFlow(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param monday null: before the first week that is shown */
    private record Change(
            @Nullable LocalDate monday, String currency, String step, Flow flow, long cases, BigDecimal amount) {

        Quantity quantity() {
            return new Quantity(cases, amount);
        }
    }

    /**
     * The last weeks up to the present one, which is not over yet; the latest first, each currency by itself.
     *
     * @param creditor only his cases; null: those of all that may be seen
     */
    public List<StockWeek> weeks(CreditorScope scope, @Nullable String creditor, int weeks) {
        LocalDate thisMonday = clock.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = thisMonday.minusWeeks(weeks - 1L);
        Map<String, List<Change>> byCurrency = new TreeMap<>();
        changes(scope, creditor, first).forEach(change -> byCurrency
                .computeIfAbsent(change.currency(), currency -> new ArrayList<>())
                .add(change));
        List<StockWeek> all = new ArrayList<>();
        byCurrency.forEach((currency, changes) -> all.addAll(unroll(currency, changes, first, thisMonday)));
        all.sort(Comparator.comparing(StockWeek::monday).reversed().thenComparing(StockWeek::currency));
        return all;
    }

    private List<Change> changes(CreditorScope scope, @Nullable String creditor, LocalDate first) {
        return jdbc.sql(FLOWS)
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .param("creditor", creditor)
                .param(
                        "since",
                        Timestamp.from(first.atStartOfDay(BusinessClock.ZONE).toInstant()))
                .param("zone", BusinessClock.ZONE.getId())
                .param("last", Long.MAX_VALUE)
                .query(Change.class)
                .list();
    }

    /** From week to week the closing stock is the next opening stock. */
    private static List<StockWeek> unroll(String currency, List<Change> changes, LocalDate first, LocalDate last) {
        Map<String, Quantity> stock = new TreeMap<>(BY_LADDER);
        Map<LocalDate, Map<String, Map<Flow, Quantity>>> flows = new HashMap<>();
        for (Change change : changes) {
            stock.putIfAbsent(change.step(), Quantity.NONE);
            if (change.monday() == null) {
                stock.merge(change.step(), change.quantity(), Quantity::plus);
            } else {
                flows.computeIfAbsent(change.monday(), monday -> new HashMap<>())
                        .computeIfAbsent(change.step(), step -> new EnumMap<>(Flow.class))
                        .put(change.flow(), change.quantity());
            }
        }
        List<StockWeek> weeks = new ArrayList<>();
        for (LocalDate monday = first; !monday.isAfter(last); monday = monday.plusWeeks(1)) {
            Map<String, Map<Flow, Quantity>> week = flows.getOrDefault(monday, Map.of());
            List<StockLine> lines = stock.entrySet().stream()
                    .map(at -> new StockLine(at.getKey(), at.getValue(), week.getOrDefault(at.getKey(), Map.of())))
                    .toList();
            lines.forEach(line -> stock.put(line.step(), line.closing()));
            weeks.add(new StockWeek(
                    monday,
                    currency,
                    lines.stream().filter(line -> !line.isEmpty()).toList()));
        }
        return weeks;
    }

    /** Before the first step, then the steps of the ladder in their order, then those of a process owner. */
    private static int place(String step) {
        return Objects.equals(step, "none")
                ? -1
                : LadderStep.of(step).map(LadderStep::ordinal).orElse(LadderStep.values().length);
    }
}

package dev.kulanz.receivables;

import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.shared.BusinessClock;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The creditors' terms, each with the day from which it holds. What was set once is never changed, only followed. */
@Component
public class CreditorTerms {

    private static final String EVERY_CURRENCY = "*";

    private static final String ROWS = """
            select t.id, t.creditor_id, t.holds_from, t.first_contact_bank_days, t.promises_rest_by_share,
                   l.currency, l.demand, l.letter_or_call, l.handover, l.goodwill
            from creditor_terms t join creditor_limits l on l.terms_id = t.id""";

    private final Map<Long, Terms> known = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final Journal journal;
    private final BusinessClock clock;

    CreditorTerms(JdbcClient jdbc, Journal journal, BusinessClock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** The terms with this id, which a case keeps; {@link Terms#NONE} for a case that ran before there were any. */
    @Transactional(readOnly = true)
    public Terms of(@Nullable Long id) {
        if (id == null) {
            return Terms.NONE;
        }
        Terms found = known.get(id);
        if (found == null) {
            found = read(ROWS + " where t.id = :id", "id", id).get(0).terms();
            known.put(id, found); // they never change
        }
        return found;
    }

    /** What a case gets that is opened on a day. */
    @Transactional(readOnly = true)
    public Terms on(String creditorId, LocalDate day) {
        return of(jdbc.sql("select terms_in_force(:creditor, :day)")
                .param("creditor", creditorId)
                .param("day", day)
                .query((row, index) -> (Long) row.getObject(1))
                .list()
                .get(0));
    }

    /** All terms of these creditors by creditor, the earliest first. */
    Map<String, List<DatedTerms>> ofCreditors(Collection<String> creditorIds) {
        return read(ROWS + " where t.creditor_id = any(:ids)", "ids", creditorIds.toArray(String[]::new)).stream()
                .collect(Collectors.groupingBy(
                        Row::creditorId,
                        Collectors.mapping(row -> new DatedTerms(row.from(), row.terms()), Collectors.toList())));
    }

    /** The first ones of a creditor; they hold from the beginning. The caller holds the creditor's lock. */
    void begin(String creditorId, Terms terms) {
        insert(creditorId, terms, null);
    }

    /** Other terms from a day on; nothing is done where they hold then anyway. The caller holds the creditor's lock. */
    void set(String creditorId, Terms terms, LocalDate from) {
        if (terms.isLike(on(creditorId, from))) {
            return;
        }
        insert(creditorId, terms, from);
        journal.record(Happening.of("CreditorTermsSet")
                .creditor(creditorId)
                .with("from", from.toString())
                .with("firstContactBankDays", terms.firstContactBankDays())
                .with("demand", terms.limits().demand())
                .with("letterOrCall", terms.limits().letterOrCall())
                .with("handover", terms.limits().handover())
                .with("goodwill", terms.limits().goodwill())
                .with("promisesRestByShare", terms.promisesRestByShare())
                .with(
                        "currencies",
                        terms.limitsByCurrency().keySet().stream().sorted().toList()));
    }

    private void insert(String creditorId, Terms terms, @Nullable LocalDate from) {
        long id = jdbc.sql("""
                        insert into creditor_terms (creditor_id, holds_from, set_at, first_contact_bank_days, promises_rest_by_share)
                        values (:creditor, :from, :now, :bankDays, :byShare) returning id""")
                .param("creditor", creditorId)
                .param("from", from)
                .param("now", Timestamp.from(clock.instant()))
                .param("bankDays", terms.firstContactBankDays())
                .param("byShare", terms.promisesRestByShare())
                .query(Long.class)
                .single();
        insert(id, EVERY_CURRENCY, terms.limits());
        terms.limitsByCurrency().forEach((currency, limits) -> insert(id, currency, limits));
    }

    private void insert(long id, String currency, Limits limits) {
        jdbc.sql("""
                        insert into creditor_limits (terms_id, currency, demand, letter_or_call, handover, goodwill)
                        values (:id, :currency, :demand, :letterOrCall, :handover, :goodwill)""")
                .param("id", id)
                .param("currency", currency)
                .param("demand", limits.demand())
                .param("letterOrCall", limits.letterOrCall())
                .param("handover", limits.handover())
                .param("goodwill", limits.goodwill())
                .update();
    }

    private record Row(String creditorId, @Nullable LocalDate from, Terms terms) {}

    /** One line for each currency makes one of terms. */
    private List<Row> read(String sql, String parameter, Object value) {
        Map<Long, List<Line>> lines = new LinkedHashMap<>();
        jdbc.sql(sql + " order by t.holds_from nulls first, t.id, l.currency")
                .param(parameter, value)
                .query((ResultSet row) -> {
                    lines.computeIfAbsent(row.getLong("id"), id -> new ArrayList<>())
                            .add(line(row));
                });
        return lines.values().stream().map(CreditorTerms::row).toList();
    }

    private record Line(
            String creditorId,
            @Nullable LocalDate from,
            int bankDays,
            boolean byShare,
            String currency,
            Limits limits) {}

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("creditor_id"),
                row.getObject("holds_from", LocalDate.class),
                row.getInt("first_contact_bank_days"),
                row.getBoolean("promises_rest_by_share"),
                row.getString("currency"),
                new Limits(
                        amount(row, "demand"),
                        amount(row, "letter_or_call"),
                        amount(row, "handover"),
                        amount(row, "goodwill")));
    }

    private static BigDecimal amount(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column);
    }

    private static Row row(List<Line> lines) {
        Map<String, Limits> limits = new HashMap<>();
        lines.forEach(line -> limits.put(line.currency(), line.limits()));
        Limits every = limits.remove(EVERY_CURRENCY);
        Line first = lines.get(0);
        return new Row(
                first.creditorId(),
                first.from(),
                new Terms(first.bankDays(), every == null ? Limits.NONE : every, limits, first.byShare()));
    }
}

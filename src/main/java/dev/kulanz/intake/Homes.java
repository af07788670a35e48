package dev.kulanz.intake;

import dev.kulanz.receivables.WrittenContact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Where debtors live of whom a row doesn't say it, but has a phone number without country code: where another row beside it
 * says, else what is kept of the debtor, else where the creditor is. Rows that contradict each other say nothing, nor does one
 * with a postcode that is none where he lived.
 *
 * @param debtors ISO 3166-1 alpha-2, or {@link WrittenContact#NOWHERE}
 * @param creditors the same
 */
record Homes(Map<Debtor, String> debtors, Map<String, String> creditors) {

    private static final String KEPT = """
            select d.creditor_id, d.external_id, d.country
            from unnest(cast(? as text[]), cast(? as text[])) as asked (creditor_id, external_id)
            join debtor d on d.creditor_id = asked.creditor_id and d.external_id = asked.external_id""";

    record Debtor(String creditorId, String externalId) {}

    String of(@Nullable String creditorId, @Nullable String debtorId) {
        if (creditorId == null || debtorId == null) {
            return WrittenContact.NOWHERE;
        }
        String said = debtors.get(new Debtor(creditorId, debtorId));
        return said == null ? creditors.getOrDefault(creditorId, "DE") : said;
    }

    /** What is known of the debtors of these rows; one statement, and none where every row says it. */
    static Homes of(List<RawRow> rows, RowCheck check, Map<String, String> creditors, JdbcTemplate jdbc) {
        Set<Debtor> asked = new HashSet<>();
        rows.forEach(row -> check.withoutHome(row).ifPresent(asked::add));
        Map<Debtor, String> known = new HashMap<>();
        if (asked.isEmpty()) {
            return new Homes(known, creditors);
        }
        rows.forEach(row -> check.withHome(row, asked::contains)
                .ifPresent(home -> known.merge(
                        home.getKey(),
                        home.getValue(),
                        (one, other) -> one.equals(other) ? one : WrittenContact.NOWHERE)));
        asked.removeAll(known.keySet());
        List<Debtor> open = List.copyOf(asked);
        Map<Debtor, Set<String>> postcodes = new HashMap<>();
        rows.forEach(row -> check.withPostcode(row, asked::contains).ifPresent(place -> postcodes
                .computeIfAbsent(place.getKey(), debtor -> new HashSet<>())
                .add(place.getValue())));
        jdbc.query(
                KEPT,
                kept -> {
                    Debtor debtor = new Debtor(kept.getString(1), kept.getString(2));
                    String country = kept.getString(3);
                    boolean movesAway = postcodes.getOrDefault(debtor, Set.of()).stream()
                            .anyMatch(postcode -> Postcodes.isNoneOf(country, postcode));
                    known.put(debtor, movesAway ? WrittenContact.NOWHERE : country);
                },
                open.stream().map(Debtor::creditorId).toArray(String[]::new),
                open.stream().map(Debtor::externalId).toArray(String[]::new));
        return new Homes(known, creditors);
    }
}

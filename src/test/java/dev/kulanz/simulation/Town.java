package dev.kulanz.simulation;

import dev.kulanz.simulation.Inhabitant.Invoice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Debtors of all kinds: each a matter of the seed and his number alone. */
final class Town {

    /** Invoices become due over these days. */
    private static final int SPREAD = 120;

    private final Scenario scenario;
    private final String creditorId;

    Town(Scenario scenario, String creditorId) {
        this.scenario = scenario;
        this.creditorId = creditorId;
    }

    List<Inhabitant> inhabitants() {
        return IntStream.rangeClosed(1, scenario.cases())
                .filter(number -> scenario.only() == null || scenario.only() == number)
                .mapToObj(this::inhabitant)
                .toList();
    }

    private Inhabitant inhabitant(int number) {
        Chance chance = Chance.of(scenario.seed(), "town", number);
        return new Inhabitant("D" + number, Temper.by(chance), columns(number, chance), invoices(number, chance));
    }

    private Map<String, String> columns(int number, Chance chance) {
        boolean business = chance.happens(0.25);
        boolean english = chance.happens(0.2);
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("creditor_id", creditorId);
        columns.put("debtor_id", "D" + number);
        columns.put("debtor_type", business ? "BUSINESS" : "CONSUMER");
        columns.put("name", (business ? "Firma " : "") + "Quittenbaum" + number);
        columns.put("language", english ? "en" : "de");
        columns.put("mandate_id", number % 12 == 0 ? "M-" + number : "");
        columns.put("email", chance.happens(0.8) ? "quitte" + number + "@example.com" : "");
        columns.put("mobile", chance.happens(0.6) ? "0171 %07d".formatted(3_000_000 + number) : "");
        boolean address = chance.happens(0.85);
        columns.put("street", address ? "Lange Straße " + number : "");
        columns.put("postcode", address ? "10115" : "");
        columns.put("city", address ? "Berlin" : "");
        columns.put("country", "DE");
        columns.put("state", chance.oneOf("", "BE", "BY", "NW", "SN", "BW"));
        columns.put("subject", chance.happens(0.95) ? "Schreibtisch" : "");
        columns.put("contract_date", chance.happens(0.95) ? "2026-06-01" : "");
        columns.put("claim_kind", chance.oneOf("GOODS", "SERVICE", "OTHER"));
        columns.put("birth_date", business ? "" : born(chance));
        return columns;
    }

    private List<Invoice> invoices(int number, Chance chance) {
        int count = chance.oneOf(1, 1, 1, 2, 2, 3);
        boolean abroad = chance.happens(0.1);
        LocalDate first = scenario.begin().plusDays(chance.between(-20, Math.min(SPREAD, scenario.days() / 2)));
        List<Invoice> invoices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate due = first.plusDays(i == 0 ? 0 : chance.between(0, 60));
            int named = chance.happens(0.6)
                    ? 0
                    : Math.max(0, (int) (due.toEpochDay() - scenario.begin().toEpochDay()));
            String currency = abroad && i > 0 ? chance.oneOf("CHF", "USD", "JPY") : "EUR";
            String id = creditorId + "-R" + number + "-" + i;
            if (chance.happens(0.1)) {
                invoices.addAll(instalments(id, currency, due, named, chance));
            } else {
                invoices.add(new Invoice(id, 0, chance.amount(currency), currency, due, named));
            }
        }
        return invoices;
    }

    /** They fall due month by month, and some in the same week. */
    private static List<Invoice> instalments(String id, String currency, LocalDate first, int named, Chance chance) {
        int apart = chance.oneOf(5, 30, 30);
        return IntStream.rangeClosed(1, chance.between(2, 4))
                .mapToObj(part -> new Invoice(
                        id, part, chance.amount(currency), currency, first.plusDays((long) apart * (part - 1)), named))
                .toList();
    }

    /** Few are under age, and some of those come of age while it runs. */
    private String born(Chance chance) {
        if (chance.happens(0.03)) {
            return scenario.begin()
                    .minusYears(18)
                    .plusDays(chance.between(1, 500))
                    .toString();
        }
        return chance.happens(0.5) ? "%d-05-17".formatted(chance.between(1940, 2005)) : "";
    }
}

package dev.kulanz.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as the journal keeps it.
 *
 * @param kind what, in the past tense: {@code PaymentBooked}
 * @param facts flat details (strings, numbers, booleans, lists of these); amounts in major units
 */
public record Happening(
        String kind,
        @Nullable String creditorId,
        @Nullable UUID debtorId,
        @Nullable String caseNumber,
        Map<String, Object> facts) {

    public static Happening of(String kind) {
        return new Happening(kind, null, null, null, Map.of());
    }

    public Happening creditor(String id) {
        return new Happening(kind, id, debtorId, caseNumber, facts);
    }

    public Happening debtor(UUID id) {
        return new Happening(kind, creditorId, id, caseNumber, facts);
    }

    public Happening inCase(String number) {
        return new Happening(kind, creditorId, debtorId, number, facts);
    }

    /** Adds a detail; an absent one is left out. */
    public Happening with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new Happening(kind, creditorId, debtorId, caseNumber, more);
    }
}

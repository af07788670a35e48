package dev.kulanz.receivables;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One debtor record of a creditor. Records are never merged by name, address or number.
 *
 * @param externalId the creditor's own debtor id
 * @param language ISO 639-1, of the debtor; not always one that messages exist in
 * @param state ISO 3166-2 subdivision without the country, e.g. BY: decides regional holidays
 */
public record Debtor(
        UUID id,
        String creditorId,
        String externalId,
        Type type,
        String name,
        @Nullable String salutation,
        @Nullable String contactName,
        String language,
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String city,
        String country,
        @Nullable String state,
        @Nullable LocalDate birthDate) {

    /** Whether a letter would find him: street, postcode and city are known. */
    public boolean hasAddress() {
        return Stream.of(street, postcode, city).allMatch(line -> line != null && !line.isBlank());
    }

    /** Consumer (§ 13 BGB) or business (§ 14 BGB); in doubt a consumer. */
    public enum Type {
        CONSUMER,
        BUSINESS
    }
}

package dev.kulanz.receivables;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
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

    /** Under it the claim may be void, and a Mahnung must go to the legal representatives (§§ 2, 106 ff., 131 BGB). */
    public static final int OF_AGE = 18;

    /**
     * How old he is on a day, in years; who was born on a 29 February is a year older on 1 March (§§ 187 II, 188 II BGB).
     *
     * @return empty if his birth date is not known, or lies after that day; a business has no age, whatever date it names
     */
    public Optional<Integer> ageOn(LocalDate day) {
        return type == Type.BUSINESS || birthDate == null || birthDate.isAfter(day)
                ? Optional.empty()
                : Optional.of(Period.between(birthDate, day).getYears());
    }

    /** Whether he is known to be under age on a day. */
    public boolean isMinorOn(LocalDate day) {
        return ageOn(day).filter(age -> age < OF_AGE).isPresent();
    }

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

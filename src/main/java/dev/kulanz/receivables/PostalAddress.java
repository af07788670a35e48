package dev.kulanz.receivables;

import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Unseen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a letter goes.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record PostalAddress(String street, String postcode, String city, String country) {

    /**
     * The address that somebody wrote into its four fields.
     *
     * @param country a code, or a name in German or English; nothing is Germany
     * @return empty if nothing was written but perhaps a country
     * @throws Refusal naming the fields that are missing or can't be taken
     */
    public static Optional<PostalAddress> written(
            @Nullable String street, @Nullable String postcode, @Nullable String city, @Nullable String country) {
        if (street == null && postcode == null && city == null) {
            return Optional.empty();
        }
        List<FieldError> errors = new ArrayList<>();
        PostalAddress address = new PostalAddress(
                line("street", street, 140, errors),
                line("postcode", postcode, 20, errors),
                line("city", city, 100, errors),
                Countries.code(country == null ? "DE" : country).orElse(""));
        if (address.country().isEmpty()) {
            errors.add(new FieldError(
                    "country",
                    Legible.quoted(String.valueOf(country))
                            + " is not a country. Please write its name or ISO code, e.g. DE."));
        }
        if (!errors.isEmpty()) {
            throw Refusal.unacceptable(errors.get(0).message(), errors);
        }
        return Optional.of(address);
    }

    private static String line(String field, @Nullable String written, int longest, List<FieldError> errors) {
        if (written == null) {
            errors.add(
                    new FieldError(field, "A letter needs street, postcode and city: the " + field + " is missing."));
            return "";
        }
        if (written.length() > longest || !Legible.isLine(written)) {
            errors.add(new FieldError(
                    field, "The " + field + " is one line of up to " + longest + " characters: please shorten it."));
        }
        return Unseen.foldedText(written);
    }
}

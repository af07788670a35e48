package dev.kulanz.receivables;

import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import dev.kulanz.shared.Unseen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is written to in the place of somebody who is represented: a guardian, a lawyer, a debt counsellor.
 *
 * @param address where a letter to him goes; without one he has an e-mail address
 */
public record Representative(
        String name, @Nullable String email, @Nullable PostalAddress address) {

    private static final int LONGEST_NAME = 140;

    /**
     * The representative as somebody wrote him into the fields.
     *
     * @param country of the address: a code, or a name in German or English; nothing is Germany
     * @throws Refusal naming all fields that are missing or can't be taken
     */
    public static Representative written(
            @Nullable String name,
            @Nullable String email,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String country) {
        List<FieldError> errors = new ArrayList<>();
        String who = Optional.ofNullable(bare(name))
                .map(written -> Unseen.foldedText(written).strip())
                .orElse(null);
        if (who == null || who.length() > LONGEST_NAME || !Legible.isLine(who)) {
            errors.add(new FieldError(
                    "name",
                    Said.of(
                            "representative.name",
                            "Please give the representative’s name, one line of up to {0} characters.",
                            LONGEST_NAME)));
        }
        Optional<String> mail = Optional.ofNullable(bare(email)).flatMap(ContactPoints::email);
        if (bare(email) != null && mail.isEmpty()) {
            errors.add(new FieldError(
                    "email",
                    Said.of("representative.email", "This is not an e-mail address. Example: anna@example.com")));
        }
        Optional<PostalAddress> address = Optional.empty();
        try {
            address = PostalAddress.written(bare(street), bare(postcode), bare(city), bare(country));
        } catch (Refusal refusal) {
            errors.addAll(refusal.errors());
        }
        if (errors.isEmpty() && mail.isEmpty() && address.isEmpty()) {
            errors.add(new FieldError(
                    "email",
                    Said.of(
                            "representative.way",
                            "A representative needs an e-mail address or a postal one: else nothing reaches him.")));
        }
        if (who == null || !errors.isEmpty()) {
            throw Refusal.unacceptable(errors.get(0).message(), errors);
        }
        return new Representative(who, mail.orElse(null), address.orElse(null));
    }

    private static @Nullable String bare(@Nullable String written) {
        return written == null || Legible.isBlank(written) ? null : written.strip();
    }
}

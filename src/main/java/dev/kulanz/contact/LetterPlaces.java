package dev.kulanz.contact;

import dev.kulanz.contact.print.Fitting;
import dev.kulanz.contact.print.Fitting.Place;
import dev.kulanz.contact.print.Fitting.Size;
import dev.kulanz.receivables.Creditor;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.PostalAddress;
import dev.kulanz.receivables.Representative;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The places of a letter that have a fixed size (DIN 5008 form B: address field 85 × 45 mm, of which 27.3 mm for the
 * address and 17.7 mm above it), and what stands in them. What does not fit in, whole and legible, is no letter.
 */
final class LetterPlaces {

    private static final Place ADDRESS =
            new Place(78, 27.3, List.of(new Size(10, 4.5), new Size(9, 4.1), new Size(8, 3.7), new Size(7, 3.2)));

    private static final Place RETURN_LINE = new Place(78, 15.5, List.of(new Size(6.5, 2.85), new Size(5.5, 2.5)));

    private static final Place HEAD =
            new Place(164, 23, List.of(new Size(15, 7.2), new Size(11, 5.3), new Size(8, 3.8)));

    private static final Place BESIDE_THE_ADDRESS = new Place(41.5, 8.2, List.of(new Size(8.5, 4.1)));

    private static final Place FOOT = new Place(129, 13.1, List.of(new Size(6.8, 3.25)));

    private static final int LONGEST_UNBROKEN = 60;

    private LetterPlaces() {}

    /**
     * The address in the window, a line each; the country only abroad.
     *
     * @param instead who gets the letter in the debtor's place, at his own address if he has one
     * @return empty if it does not fit into the window
     */
    static Optional<Fitting> address(Debtor to, @Nullable Representative instead, Creditor from, Locale locale) {
        if (instead != null && instead.address() != null) {
            return ADDRESS.of(lines(instead.name(), null, instead.address(), from, locale));
        }
        PostalAddress at = new PostalAddress(
                Objects.requireNonNullElse(to.street(), ""),
                Objects.requireNonNullElse(to.postcode(), ""),
                Objects.requireNonNullElse(to.city(), ""),
                to.country());
        return ADDRESS.of(lines(to.name(), to.contactName(), at, from, locale));
    }

    private static List<String> lines(
            String name, @Nullable String person, PostalAddress at, Creditor from, Locale locale) {
        List<String> lines = new ArrayList<>();
        lines.add(name);
        if (person != null && !person.isBlank()) {
            lines.add(person);
        }
        lines.add(at.street());
        lines.add(town(at.postcode(), at.city()));
        if (!at.country().equals(from.country())) {
            lines.add(new Locale("", at.country()).getDisplayCountry(locale).toUpperCase(locale));
        }
        return lines;
    }

    static Optional<Fitting> returnLine(Creditor from) {
        return RETURN_LINE.of(List.of(Stream.of(from.name(), from.street(), town(from.postcode(), from.city()))
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" · "))));
    }

    static Optional<Fitting> head(Creditor from) {
        return HEAD.of(List.of(from.name()));
    }

    /** What stands beside the address; empty if it finds no room on two lines there. */
    static Optional<Fitting> besideTheAddress(String words) {
        return BESIDE_THE_ADDRESS.of(List.of(words));
    }

    /**
     * The small print at the foot of each page, where short parts stay on one line.
     *
     * @param sender who he is and how to reach him
     * @param privacy a line of its own
     * @return empty if it finds no room there
     */
    static Optional<Fitting> foot(List<String> sender, @Nullable String privacy) {
        List<String> lines = new ArrayList<>();
        lines.add(sender.stream().map(LetterPlaces::unbroken).collect(Collectors.joining(" · ")));
        if (privacy != null) {
            lines.add(privacy);
        }
        return FOOT.of(lines);
    }

    private static String unbroken(String part) {
        String line = part.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST_UNBROKEN ? line : line.replace(' ', '\u00a0');
    }

    static String town(@Nullable String postcode, @Nullable String city) {
        return Stream.of(postcode, city).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}

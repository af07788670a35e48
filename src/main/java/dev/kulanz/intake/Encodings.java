package dev.kulanz.intake;

import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The encodings in which lists are saved, and whether a text read in one of them is what people write. */
final class Encodings {

    static final Charset WESTERN = Charset.forName("windows-1252");

    /** In the order in which they are thought of: what programs of Windows, of Unix, of DOS and of old Macs write. */
    private static final List<Charset> OF_ONE_BYTE = Stream.of(
                    "windows-1252",
                    "ISO-8859-15",
                    "windows-1250",
                    "windows-1254",
                    "windows-1251",
                    "windows-1253",
                    "IBM850",
                    "x-MacRoman")
            .filter(Charset::isSupported)
            .map(Charset::forName)
            .toList();

    /** These two are taken when they are clean; of the others people are asked. */
    private static final Set<String> TAKEN = Set.of("windows-1252", "ISO-8859-15");

    private static final List<Charset> OTHERS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.ISO_8859_1,
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE);

    private static final String BETWEEN_LETTERS = "\u2019\u2018\u00b4\u00b7\u2013\u2014\u2026\u00a0\u00ad";
    private static final String BEFORE_LETTERS = BETWEEN_LETTERS
            + "\u201e\u201c\u201d\u201a\u00ab\u00bb\u2039\u203a\u00a1\u20ac\u00a7\u2022\u00ae\u00a9\u00b0\u2122";

    /** Letters of one island, which in 1252 stand where other encodings have letters of many more people. */
    private static final String ICELANDIC = "\u00de\u00fe\u00d0\u00f0";

    /** Powers, which only units have; behind another word they are letters of a neighbouring encoding: {@code Pawe³}. */
    private static final String POWERS = "\u00b9\u00b2\u00b3";

    private static final Pattern UNIT = Pattern.compile("(?:.*[^\\p{L}])?(?:[cdkm]?m|[\\p{L}])");

    private static final int LONGEST_UNIT = 2;

    private static final int MOST_ACCENTS_IN_A_ROW = 3;

    private Encodings() {}

    /** How people may name one. */
    static List<String> names() {
        return Stream.concat(OTHERS.stream().limit(3), OF_ONE_BYTE.stream())
                .map(Charset::name)
                .toList();
    }

    /**
     * What somebody names.
     *
     * @return null: nothing was named
     * @throws Refusal if it is none of those in which lists are saved
     */
    static @Nullable Charset named(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        String name = written.strip().toLowerCase(Locale.ROOT);
        return Stream.concat(OTHERS.stream(), OF_ONE_BYTE.stream())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name)
                        || one.aliases().stream().anyMatch(alias -> alias.toLowerCase(Locale.ROOT)
                                .equals(name)))
                .findFirst()
                .map(one -> one.equals(StandardCharsets.ISO_8859_1) ? WESTERN : one) // as browsers read that name
                .orElseThrow(() -> Refusal.unacceptable(
                        ImportOptions.CHARSET,
                        Said.of(
                                "import.charset",
                                "This encoding is not known here. Possible: {0}.",
                                names().stream().collect(Collectors.joining(", ")))));
    }

    static List<Charset> ofOneByte() {
        return OF_ONE_BYTE;
    }

    static boolean isTaken(Charset charset) {
        return TAKEN.contains(charset.name());
    }

    /** Whether all letters of a line stand where people write such letters. */
    static boolean isClean(String line, Charset charset) {
        int row = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c < 0x80) {
                row = 0;
            } else if (Character.isLetter(c)) {
                row++;
                if (isStrange(line, i, charset) || (row > MOST_ACCENTS_IN_A_ROW && isLatin(charset))) {
                    return false;
                }
            } else if (isStrangeSign(line, i)) {
                return false;
            } else {
                row = 0;
            }
        }
        return true;
    }

    private static boolean isStrange(String line, int i, Charset charset) {
        char c = line.charAt(i);
        boolean inWord = i > 0 && i + 1 < line.length();
        boolean tooTall = inWord
                && Character.isUpperCase(c)
                && Character.isLowerCase(line.charAt(i - 1))
                && Character.isLowerCase(line.charAt(i + 1));
        boolean foreign = isTaken(charset) && (ICELANDIC.indexOf(c) >= 0 || c == '\u0178');
        return tooTall || foreign;
    }

    private static boolean isStrangeSign(String line, int i) {
        char c = line.charAt(i);
        boolean before = i > 0 && Character.isLetter(line.charAt(i - 1));
        boolean after = i + 1 < line.length() && Character.isLetter(line.charAt(i + 1));
        if (c < 0xa0 || c == '\ufffd' || c == '\u00a4') {
            return true;
        }
        if (before && POWERS.indexOf(c) >= 0) {
            return !UNIT.matcher(line.substring(Math.max(0, i - LONGEST_UNIT - 1), i))
                    .matches();
        }
        return after && (before ? BETWEEN_LETTERS : BEFORE_LETTERS).indexOf(c) < 0;
    }

    private static boolean isLatin(Charset charset) {
        return !charset.name().equals("windows-1251") && !charset.name().equals("windows-1253");
    }
}

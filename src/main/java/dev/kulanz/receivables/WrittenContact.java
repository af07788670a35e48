package dev.kulanz.receivables;

import dev.kulanz.shared.Unseen;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address or a number as people write it: with a name before it, a remark behind it, several in one field. Read is only
 * what leads to nobody else: {@code mona beispiel@example.org} may be a slip of the pen for another address, and is none.
 *
 * @param value as {@link ContactPoints} keep it
 * @param others further ones that stand beside it; nobody knows whose they are
 */
public record WrittenContact(String value, List<String> others) {

    /** A country of which nobody knows which it is: no number is there without country code. */
    public static final String NOWHERE = "ZZ";

    /** Why there is no contact point in a text. */
    public enum Doubt {
        /** It holds none. */
        NONE,
        /** What stands beside it may say that it is somebody else's, or no longer right. */
        UNCLEAR,
        /** It may be one of another country. */
        ABROAD
    }

    private static final int LONGEST = 1_000;
    private static final int MOST = 10;

    private static final Pattern BETWEEN = Pattern.compile(
            "[;,|]+|\\s/\\s|/(?=[^/@\\s]+@)|\\s(?:und|oder|and|or)\\s|(?<=@[^\\s@]{1,200})\\s(?=[^\\s@<]+@)");
    private static final Pattern IN_BRACKETS = Pattern.compile("[^<>]*<\\s*(?:mailto:)?([^<>\\s?]+)[^<>]*>.*");
    private static final Pattern BARE = Pattern.compile("(?i)(?:(?:e-?mail|mail|mailto)\\s?:\\s?)?[\"'(\\[{]*"
            + "([^\\s\"'()\\[\\]{}<>?:]+@[^\\s\"'()\\[\\]{}<>?:@]*[^\\s\"'()\\[\\]{}<>?:@.!])[\"')\\]}.!:]*(?:\\?[^@]*)?"
            + "(?:\\s?(?:[(\\[][^)\\]@]*[)\\]]|-?\\s?(?:privat|private|gesch(?:ä|ae)ftlich|dienstlich|b(?:ü|ue)ro|office|work"
            + "|home|zuhause)))?");

    /** A word that hangs on an address by a comma alone: the comma may have been meant as a point. */
    private static final Pattern GLUED =
            Pattern.compile("(?:^|[\\s,;|])[^\\s@,;|<>]*\\p{L}[^\\s@,;|<>]*[,;](?=[^\\s,;|<>]*@)"
                    + "|@[^\\s@,;|<>]*[,;](?=[^\\s@,;|<>]*\\p{L}[^\\s@,;|<>]*(?:[\\s,;|<]|$))");

    public WrittenContact {
        others = List.copyOf(others);
    }

    /**
     * Empty if there is none that can be read without guessing: {@link #doubt} tells why.
     *
     * @param country where the one lives whose it is (ISO 3166-1 alpha-2): there a number without country code is
     */
    public static Optional<WrittenContact> read(ContactPoint.Kind kind, String written, String country) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String text = Unseen.foldedAddress(written);
        List<String> found = kind == ContactPoint.Kind.EMAIL ? emails(text) : WrittenNumbers.read(text, country);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new WrittenContact(found.get(0), found.subList(1, found.size())));
    }

    /** Why none was read of this text. */
    public static Doubt doubt(ContactPoint.Kind kind, String written, String country) {
        return kind == ContactPoint.Kind.EMAIL || written.length() > LONGEST
                ? Doubt.NONE
                : WrittenNumbers.doubt(Unseen.foldedAddress(written), country);
    }

    private static List<String> emails(String text) {
        Optional<String> alone = ContactPoints.email(text);
        if (alone.isPresent()) {
            return List.of(alone.get());
        }
        if (GLUED.matcher(text).find()) {
            return List.of();
        }
        Set<String> found = new LinkedHashSet<>();
        for (String part : BETWEEN.splitAsStream(text).toList()) {
            Matcher named = IN_BRACKETS.matcher(part.strip());
            Matcher bare = BARE.matcher(part.strip());
            if (named.matches()) {
                ContactPoints.email(named.group(1)).ifPresent(found::add);
            } else if (bare.matches()) {
                ContactPoints.email(bare.group(1)).ifPresent(found::add);
            }
        }
        return found.stream().limit(MOST).toList();
    }
}

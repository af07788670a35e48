package dev.kulanz.receivables;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.kulanz.shared.Unseen;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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

    private static final Pattern SCIENTIFIC = Pattern.compile("\\+?\\d+(?:[.,]\\d+)?[eE][+-]?\\d+");

    public WrittenContact {
        others = List.copyOf(others);
    }

    /** Empty if there is none that can be read without guessing. */
    public static Optional<WrittenContact> read(ContactPoint.Kind kind, String written) {
        String text = Unseen.foldedAddress(written);
        Optional<String> alone =
                kind != ContactPoint.Kind.EMAIL && SCIENTIFIC.matcher(text).matches()
                        ? Optional.empty()
                        : ContactPoints.normalized(kind, text);
        if (alone.isPresent()) {
            return alone.map(value -> new WrittenContact(value, List.of()));
        }
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> found = kind == ContactPoint.Kind.EMAIL ? emails(text) : numbers(text);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new WrittenContact(found.get(0), found.subList(1, found.size())));
    }

    private static List<String> emails(String text) {
        if (GLUED.matcher(text).find()) {
            return List.of();
        }
        Set<String> found = new LinkedHashSet<>();
        for (String part : BETWEEN.splitAsStream(text).toList()) {
            Matcher named = IN_BRACKETS.matcher(part.strip());
            Matcher bare = BARE.matcher(part.strip());
            if (named.matches()) {
                ContactPoints.normalized(ContactPoint.Kind.EMAIL, named.group(1))
                        .ifPresent(found::add);
            } else if (bare.matches()) {
                ContactPoints.normalized(ContactPoint.Kind.EMAIL, bare.group(1)).ifPresent(found::add);
            }
        }
        return found.stream().limit(MOST).toList();
    }

    private static List<String> numbers(String text) {
        if (SCIENTIFIC.matcher(text).find()) {
            return List.of();
        }
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        Set<String> found = new LinkedHashSet<>();
        for (PhoneNumberMatch match : numbers.findNumbers(text.toLowerCase(Locale.ROOT), "DE", Leniency.VALID, MOST)) {
            found.add(numbers.format(match.number(), PhoneNumberFormat.E164));
        }
        return new ArrayList<>(found);
    }
}

package dev.kulanz.receivables;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.MatchType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Phone numbers as people write them. Letters are never digits here, and everything that stands beside a number must be known
 * to say nothing of whose it is: with {@code Mutter}, {@code Fax} or {@code nicht} beside it, or with digits that belong to
 * no number, somebody else would answer.
 */
final class WrittenNumbers {

    private static final int MOST = 10;
    private static final int LONGEST = 200;

    /** In digits; fewer are none that anybody calls. */
    private static final int SHORTEST = 6;

    private static final int LONGEST_CODE = 5;
    private static final int SHORTEST_BEHIND_A_CODE = 5;

    private static final Pattern SLASH = Pattern.compile("/");

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** Only digits and what people put between the groups of one number. */
    private static final Pattern BARE = Pattern.compile("[\\p{Nd}+()/.\\s\\p{Pd}]+");

    private static final Pattern FROM_ABROAD = Pattern.compile("^[\\s(]*00(?=[1-9\\s(])");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\+?\\d+(?:[.,]\\d+)?[eE][+-]?\\d+");

    /** When somebody is at home; taken out before numbers are looked for, or its digits would be theirs. */
    private static final Pattern TIME = Pattern.compile(
            "(?<![\\p{L}\\p{Nd}])\\d{1,2}(?:[:.]\\d{2})?(?:\\s?(?:-|\u2013|bis|to)\\s?"
                    + "\\d{1,2}(?:[:.]\\d{2})?)?\\s?(?:uhr|h|am|pm)(?!\\p{L})"
                    + "|(?<![\\p{L}\\p{Nd}:.])\\d{1,2}:\\d{2}(?:\\s?(?:-|\u2013|bis|to)\\s?\\d{1,2}:\\d{2})?(?![\\p{Nd}:])");

    /** Brackets behind the number hold another one, or a part of one. */
    private static final Pattern ENDS_IN_BRACKETS = Pattern.compile(".*\\p{Nd}[^()]*\\([^)]*\\)?\\s*");

    /** Between two numbers; before a country code it belongs to the number. */
    private static final Pattern PLUS_BETWEEN = Pattern.compile("(?<=\\p{Nd})\\s*\\+\\s*(?=[0+])");

    private WrittenNumbers() {}

    /**
     * The numbers in this text (E.164), in order; empty if one can't be told for certain.
     *
     * @param country ISO 3166-1 alpha-2: where a number without country code is
     */
    static Optional<WrittenContact> read(String text, String country) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (BARE.matcher(text).matches()) {
            Optional<String> one =
                    one(text, country).or(() -> one(FROM_ABROAD.matcher(text).replaceFirst("+"), country));
            if (one.isPresent()) {
                return one.map(number -> new WrittenContact(number, List.of(), false));
            }
        }
        return amongWords(text.toLowerCase(Locale.ROOT), country);
    }

    /** Why none was read of this text. */
    static WrittenContact.Doubt doubt(String text, String country) {
        if (text.chars().filter(Character::isDigit).count() < SHORTEST) {
            return WrittenContact.Doubt.NONE;
        }
        boolean isDivided =
                text.indexOf('/') >= 0 || ENDS_IN_BRACKETS.matcher(text).matches();
        if (!BARE.matcher(text).matches() || (isDivided && holdsOne(text, country))) {
            return WrittenContact.Doubt.UNCLEAR;
        }
        boolean isInternational =
                text.indexOf('+') >= 0 || FROM_ABROAD.matcher(text).find();
        if (isInternational) {
            return WrittenContact.Doubt.NONE;
        }
        return ElsewhereNumbers.mayHold(text, country) ? WrittenContact.Doubt.ABROAD : WrittenContact.Doubt.LENGTH;
    }

    private static boolean holdsOne(String text, String country) {
        return NUMBERS.findNumbers(text, country, Leniency.VALID, 1).iterator().hasNext();
    }

    private static Optional<String> one(String text, String country) {
        try {
            PhoneNumber number = NUMBERS.parse(text, country);
            return NUMBERS.isValidNumber(number) && isOne(text, number, country)
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<WrittenContact> amongWords(String written, String country) {
        if (SCIENTIFIC.matcher(written).find()) {
            return Optional.empty();
        }
        String timeless = TIME.matcher(written).replaceAll(" ");
        String text = PLUS_BETWEEN.matcher(timeless).replaceAll(" & ");
        BesideNumbers beside = new BesideNumbers();
        int read = 0;
        for (PhoneNumberMatch match : NUMBERS.findNumbers(text, country, Leniency.VALID, MOST)) {
            if (!isOne(match.rawString(), match.number(), country)) {
                return Optional.empty();
            }
            beside.add(text.substring(read, match.start()), NUMBERS.format(match.number(), PhoneNumberFormat.E164));
            read = match.end();
        }
        List<String> found = beside.end(text.substring(read));
        boolean isRemarked = beside.isRemarked() || !timeless.equals(written);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new WrittenContact(found.get(0), found.subList(1, found.size()), isRemarked));
    }

    /**
     * Whether the digits are those of one number that can be dialled: behind a slash ({@code 030 5550142 / 43}) or in brackets
     * at the end may be a second one, and an extension is asked for at a switchboard, where strangers answer.
     */
    private static boolean isOne(String written, PhoneNumber number, String country) {
        return !number.hasExtension()
                && !mayHaveLostItsPlus(written, number, country)
                && !ENDS_IN_BRACKETS.matcher(written).matches()
                && (written.indexOf('/') < 0 || isDividedWhereItMay(written, number));
    }

    /**
     * {@code 491713920012} is a number in Leer that lost its zero, or one of a mobile that lost its plus. Only where numbers
     * begin with a zero; a mobile that lost it stays one, for its codes are nowhere else's.
     */
    private static boolean mayHaveLostItsPlus(String written, PhoneNumber number, String country) {
        return written.indexOf('+') < 0
                && "0".equals(NUMBERS.getNddPrefixForRegion(country, true))
                && NUMBERS.getNumberType(number) != PhoneNumberUtil.PhoneNumberType.MOBILE
                && ElsewhereNumbers.withPlus(written)
                        .filter(other -> !NUMBERS.isNumberMatch(other, number).equals(MatchType.EXACT_MATCH))
                        .isPresent();
    }

    /** Slashes stand behind the code of the country, and behind that of the area or network. */
    private static boolean isDividedWhereItMay(String written, PhoneNumber number) {
        int whole = NUMBERS.getNationalSignificantNumber(number).length();
        return SLASH.matcher(written).results().allMatch(slash -> {
            String before = written.substring(0, slash.start());
            int behind = digits(written.substring(slash.end()));
            return behind >= whole
                    || isBehindACode(before, behind, number)
                    || ElsewhereNumbers.isTooShort(number, whole - behind);
        });
    }

    /** Codes have up to five digits; what is no code, and said without the zero before one, is a number of that place. */
    private static boolean isBehindACode(String before, int behind, PhoneNumber number) {
        int whole = NUMBERS.getNationalSignificantNumber(number).length();
        int longest = before.indexOf('+') >= 0
                        || before.strip().startsWith("0")
                        || before.strip().startsWith("(0")
                ? LONGEST_CODE
                : LONGEST_CODE - 1;
        return behind == whole - NUMBERS.getLengthOfNationalDestinationCode(number)
                || (behind >= SHORTEST_BEHIND_A_CODE && whole - behind <= longest);
    }

    private static int digits(String text) {
        return (int) text.chars().filter(Character::isDigit).count();
    }
}

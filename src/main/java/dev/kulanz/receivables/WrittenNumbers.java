package dev.kulanz.receivables;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.MatchType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
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

    /** The common case, for speed. */
    private static final Pattern PLAIN = Pattern.compile("[0-9+/\\s]+");

    private static final Pattern MARK_IN_A_NUMBER = Pattern.compile("(?<=\\p{Nd})\\s?[_\u00b7]\\s?(?=\\p{Nd})");

    /** {@code Tel 1 030 …}, {@code Telefon (1): …}: no digits of a number. */
    private static final Pattern NUMBERED_LABEL =
            Pattern.compile("(?<!\\p{L})(?<label>(?:tel|telefon|phone|handy|mobil|mobile|nr|nummer|rufnummer)\\.?\\s?)"
                    + "(?:\\([1-3]\\)\\s?:?|[1-3](?=\\s[+(]?0|\\s\\+))");

    /** Before area codes until 2006, as in {@code 022/612 34 56} or {@code (0-22) 612 34 56}. */
    private static final Pattern OLD_POLISH_ZERO =
            Pattern.compile("(?<![\\p{Nd}+]\\s?)\\(?0[\\s\\p{Pd}]?(\\p{Nd}{2})\\)?[\\s/\\p{Pd}]\\s?"
                    + "(?=\\p{Nd}(?:[\\s\\p{Pd}]?\\p{Nd}){6}(?!\\s?\\p{Nd}))");

    private static final Pattern DIGITS = Pattern.compile("[+(]*\\p{Nd}(?:[\\p{Nd}\\s()/.\\p{Pd}]*\\p{Nd})?");

    /** In digits. */
    private static final int SHORTEST_OF_TWO = 9;

    private static final int LONGEST_OF_TWO = 40;

    private static final Pattern BEGINS_AS_A_NUMBER = Pattern.compile("\\s*[+(]*[0+]");

    private static final Pattern BEFORE_A_NUMBER = Pattern.compile("\\s(?=0\\p{Nd}|\\+)");

    private static final Pattern DIVIDED = Pattern.compile("/|\\p{Nd}[^+]*\\+|\\p{Nd}\\s+[+(]*0\\p{Nd}");

    private static final Pattern FROM_ABROAD = Pattern.compile("^[\\s(]*00(?=[1-9\\s(])");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\+?\\d+(?:[.,]\\d+)?[eE][+-]?\\d+");

    /** When somebody is at home; taken out before numbers are looked for, or its digits would be theirs. */
    private static final Pattern TIME = Pattern.compile(
            ("(?<![\\p{L}\\p{Nd}]){hour}(?:[:.]{minute})?(?:\\s?(?:-|\u2013|bis|to)\\s?{hour}(?:[:.]{minute})?)?"
                            + "\\s?(?:uhr|h|am|pm)(?!\\p{L})"
                            + "|(?<![\\p{L}\\p{Nd}:.]){hour}:{minute}(?:\\s?(?:-|\u2013|bis|to)\\s?{hour}:{minute})?(?![\\p{Nd}:])")
                    .replace("{hour}", "(?:[01]?\\d|2[0-4])")
                    .replace("{minute}", "[0-5]\\d"));

    private static final Pattern DIGITS_AND_A_BLANK =
            Pattern.compile("[+(]*\\p{Nd}[\\p{Nd}\\s()/.\\p{Pd}]*(?<=\\p{Nd})\\s+$");

    private static final Pattern FIRST_DIGITS = Pattern.compile("^\\p{Nd}+");

    private static final Pattern DATE =
            Pattern.compile("(?<![\\p{Nd}.])\\p{Nd}{1,2}\\.\\s?\\p{Nd}{1,2}\\.\\s?(?:19|20)\\p{Nd}{2}(?![\\p{Nd}.])");

    /** What a program makes of a number that it takes for an amount: {@code 1711234567.0}. */
    private static final Pattern WITH_DECIMALS = Pattern.compile("\\+?\\p{Nd}{6,}[.,]0+");

    /** Brackets behind the number hold another one, or a part of one. */
    private static final Pattern ENDS_IN_BRACKETS = Pattern.compile(".*\\p{Nd}[^()]*\\([^)]*\\)?\\s*");

    /** Between two numbers; before a country code it belongs to the number, and a letter elsewhere may be that of a name. */
    private static final Pattern AND_BETWEEN =
            Pattern.compile("(?<=\\p{Nd})(?:\\s*\\+\\s*(?=[0+])|\\s(?:[oey]|o\\.)\\s(?=[+(]*\\p{Nd}))");

    private WrittenNumbers() {}

    /**
     * The numbers in this text (E.164), in order; empty if one can't be told for certain.
     *
     * @param country ISO 3166-1 alpha-2: where a number without country code is
     */
    static Optional<WrittenContact> read(String written, String country) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String text = dialled(written);
        if (DATE.matcher(text).find() || WITH_DECIMALS.matcher(text).matches() || mayEndInItsTime(text, country)) {
            return Optional.empty();
        }
        String timeless = timeless(text);
        boolean isTimed = !timeless.equalsIgnoreCase(text);
        String unmarked = unmarked(timeless, country);
        SecondEndings endings = SecondEndings.in(unmarked, country, digits -> number(digits, country));
        if (ListMarks.isLeft(unmarked) || endings.isUnclear()) {
            return Optional.empty();
        }
        if (BARE.matcher(endings.text()).matches()) {
            Optional<List<String>> bare = number(endings.text(), country)
                    .map(WrittenNumbers::value)
                    .map(endings::from)
                    .or(() -> twoInARow(endings.text(), country));
            if (bare.isPresent()) {
                return bare.map(all -> new WrittenContact(all.get(0), all.subList(1, all.size()), isTimed));
            }
        }
        return amongWords(endings, isTimed, country).or(() -> twoInARow(alone(unmarked), country)
                .map(all -> new WrittenContact(all.get(0), all.subList(1, all.size()), true)));
    }

    /** Why none was read of this text. */
    static WrittenContact.Doubt doubt(String written, String country) {
        String text = dialled(written);
        if (text.chars().filter(Character::isDigit).count() < SHORTEST) {
            return WrittenContact.Doubt.NONE;
        }
        String number = alone(unmarked(timeless(text), country));
        if (text.length() > LONGEST || !BARE.matcher(number).matches() || holdsMore(number, country)) {
            return WrittenContact.Doubt.UNCLEAR;
        }
        if (number.startsWith("+") || FROM_ABROAD.matcher(number).find()) {
            return WrittenContact.Doubt.NONE;
        }
        return ElsewhereNumbers.mayHold(number, country) ? WrittenContact.Doubt.ABROAD : WrittenContact.Doubt.LENGTH;
    }

    /** What is no part of a number, and what is written of it in a country only. */
    private static String unmarked(String text, String country) {
        if (PLAIN.matcher(text).matches()) {
            return withoutOldZero(text, country);
        }
        String lower = MARK_IN_A_NUMBER.matcher(text).replaceAll(" ");
        String unlisted = ListMarks.withoutBesideNumbers(Networks.raised(lower));
        return withoutOldZero(NUMBERED_LABEL.matcher(unlisted).replaceAll("${label} "), country);
    }

    /** In small letters, and without the hours at which somebody is at home. */
    private static String timeless(String text) {
        return PLAIN.matcher(text).matches()
                ? text
                : TIME.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
    }

    /** Digits of any script as those of a telephone. */
    private static String dialled(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        StringBuilder dialled = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? '0' + Character.digit(c, 10) : c)
                .forEach(dialled::appendCodePoint);
        return dialled.toString();
    }

    /** {@code 06131 22 44 12 - 18 Uhr}: the 12 may be the number's or an hour. */
    private static boolean mayEndInItsTime(String text, String country) {
        if (PLAIN.matcher(text).matches()) {
            return false;
        }
        Matcher time = TIME.matcher(text.toLowerCase(Locale.ROOT));
        while (time.find()) {
            Matcher before = DIGITS_AND_A_BLANK.matcher(text.substring(0, time.start()));
            Matcher hour = FIRST_DIGITS.matcher(time.group());
            if (before.find()
                    && hour.find()
                    && number(before.group() + hour.group(), country).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static String withoutOldZero(String text, String country) {
        return country.equals("PL") ? OLD_POLISH_ZERO.matcher(text).replaceAll("$1 ") : text;
    }

    /** The only number of a text without the words that say nothing of it; else the text. */
    private static String alone(String text) {
        Matcher digits = DIGITS.matcher(text);
        if (BARE.matcher(text).matches() || !digits.find()) {
            return text;
        }
        String words = text.substring(0, digits.start()) + " ; " + text.substring(digits.end());
        return BesideNumbers.sayNothing(words) ? digits.group().strip() : text;
    }

    /** Whether a number is among these digits: then they are not merely too few or too many. */
    private static boolean holdsMore(String text, String country) {
        boolean isDivided =
                DIVIDED.matcher(text).find() || ENDS_IN_BRACKETS.matcher(text).matches();
        return ListMarks.isLeft(text)
                || DATE.matcher(text).find()
                || number(text, country).isPresent()
                || (isDivided && (holdsOne(text, country) || holdsOne(text.replace('/', ' '), country)));
    }

    private static boolean holdsOne(String text, String country) {
        return NUMBERS.findNumbers(text, country, Leniency.VALID, 1).iterator().hasNext();
    }

    /** The number that these digits are, if they are one. */
    private static Optional<PhoneNumber> number(String text, String country) {
        return one(text, country).or(() -> one(FROM_ABROAD.matcher(text).replaceFirst("+"), country));
    }

    private static Optional<PhoneNumber> one(String text, String country) {
        try {
            PhoneNumber number = NUMBERS.parse(text, country);
            return NUMBERS.isValidNumber(number) && isOne(text, number, country)
                    ? Optional.of(number)
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static String value(PhoneNumber number) {
        return NUMBERS.format(number, PhoneNumberFormat.E164);
    }

    /** {@code 030 5550142 0171 1234567}: there is one place only where both are numbers, and both begin as such. */
    private static Optional<List<String>> twoInARow(String text, String country) {
        int digits = digits(text);
        if (digits < 2 * SHORTEST_OF_TWO
                || digits > LONGEST_OF_TWO
                || !BARE.matcher(text).matches()
                || !BEGINS_AS_A_NUMBER.matcher(text).lookingAt()) {
            return Optional.empty();
        }
        List<List<String>> ways = new ArrayList<>();
        Matcher blank = BEFORE_A_NUMBER.matcher(text);
        while (blank.find()) {
            if (digits(text.substring(0, blank.start())) < SHORTEST_OF_TWO) {
                continue; // may be a postcode behind an area code
            }
            number(text.substring(0, blank.start()), country)
                    .flatMap(first -> number(text.substring(blank.end()), country)
                            .map(second -> List.of(value(first), value(second))))
                    .ifPresent(ways::add);
        }
        return ways.size() == 1 ? Optional.of(ways.get(0)) : Optional.empty();
    }

    private static Optional<WrittenContact> amongWords(SecondEndings endings, boolean isTimed, String country) {
        if (SCIENTIFIC.matcher(endings.text()).find()) {
            return Optional.empty();
        }
        String text = AND_BETWEEN.matcher(endings.text()).replaceAll(" & ");
        BesideNumbers beside = new BesideNumbers();
        int read = 0;
        for (PhoneNumberMatch match : NUMBERS.findNumbers(text, country, Leniency.VALID, MOST)) {
            if (!isOne(match.rawString(), match.number(), country)) {
                return Optional.empty();
            }
            beside.add(text.substring(read, match.start()), match.number(), endings.behind(value(match.number())));
            read = match.end();
        }
        List<String> found = beside.end(text.substring(read));
        boolean isRemarked = isTimed || beside.isRemarked();
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

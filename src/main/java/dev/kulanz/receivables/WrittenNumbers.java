package dev.kulanz.receivables;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.MatchType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** Only digits and what people put between the groups of one number. */
    private static final Pattern BARE = Pattern.compile("[\\p{Nd}+()/.\\s\\p{Pd}]+");

    private static final Pattern FROM_ABROAD = Pattern.compile("^[\\s(]*00(?=[1-9\\s(])");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\+?\\d+(?:[.,]\\d+)?[eE][+-]?\\d+");

    /** When somebody is at home; taken out before numbers are looked for, or its digits would be theirs. */
    private static final Pattern TIME =
            Pattern.compile("(?<![\\p{L}\\p{Nd}])\\d{1,2}(?:[:.]\\d{2})?(?:\\s?(?:-|\u2013|bis|to)\\s?"
                    + "\\d{1,2}(?:[:.]\\d{2})?)?\\s?(?:uhr|h|am|pm)(?!\\p{L})");

    /** Brackets behind the number hold another one, or a part of one. */
    private static final Pattern ENDS_IN_BRACKETS = Pattern.compile(".*\\p{Nd}[^()]*\\([^)]*\\)?\\s*");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;|/()\\[\\]:.\"'\\p{Pd}\u260e\u2706\u00b7]+");

    private static final Set<String> SAYING_NOTHING = Stream.of(
                    "tel telefon telefonnummer telefonnr telefonisch fon nr nummer phone telephone number t m",
                    "mobil mobile mobiltelefon mobilnummer mobilfunk mobiltel handy handynummer handynr cell cellphone",
                    "festnetz festnetznummer landline whatsapp sms",
                    "privat private persönlich dienstlich geschäftlich geschaeftlich beruflich büro buero arbeit",
                    "office work business home zuhause zu hause daheim neu neue new aktuell current bevorzugt preferred",
                    "ab bis von nach after from until to uhr abends nachmittags mittags vormittags morgens tagsüber",
                    "werktags wochentags mo di mi do fr evenings mornings daytime weekdays",
                    "und oder and or")
            .flatMap(words -> Stream.of(words.split(" ")))
            .collect(Collectors.toUnmodifiableSet());

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
        List<String> found =
                BARE.matcher(text).matches() ? bare(text, country) : amongWords(text.toLowerCase(Locale.ROOT), country);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new WrittenContact(
                        found.get(0),
                        found.subList(1, found.size()),
                        !BARE.matcher(text).matches()));
    }

    /** Why none was read of this text. */
    static WrittenContact.Doubt doubt(String text) {
        if (text.chars().filter(Character::isDigit).count() < SHORTEST) {
            return WrittenContact.Doubt.NONE;
        }
        if (!BARE.matcher(text).matches()
                || text.indexOf('/') >= 0
                || ENDS_IN_BRACKETS.matcher(text).matches()) {
            return WrittenContact.Doubt.UNCLEAR;
        }
        boolean isInternational =
                text.indexOf('+') >= 0 || FROM_ABROAD.matcher(text).find();
        return isInternational ? WrittenContact.Doubt.NONE : WrittenContact.Doubt.ABROAD;
    }

    private static List<String> bare(String text, String country) {
        Optional<String> one =
                one(text, country).or(() -> one(FROM_ABROAD.matcher(text).replaceFirst("+"), country));
        return one.isPresent() ? List.of(one.get()) : amongWords(text, country);
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

    private static List<String> amongWords(String text, String country) {
        if (SCIENTIFIC.matcher(text).find()) {
            return List.of();
        }
        String timeless = TIME.matcher(text).replaceAll(" ");
        Set<String> found = new LinkedHashSet<>();
        StringBuilder beside = new StringBuilder();
        int read = 0;
        for (PhoneNumberMatch match : NUMBERS.findNumbers(timeless, country, Leniency.VALID, MOST)) {
            if (!isOne(match.rawString(), match.number(), country)) {
                return List.of();
            }
            found.add(NUMBERS.format(match.number(), PhoneNumberFormat.E164));
            beside.append(timeless.substring(read, match.start())).append(' ');
            read = match.end();
        }
        beside.append(timeless.substring(read));
        boolean isClear =
                BETWEEN_WORDS.splitAsStream(beside).allMatch(word -> word.isEmpty() || SAYING_NOTHING.contains(word));
        return isClear ? new ArrayList<>(found) : List.of();
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
        String digits = PhoneNumberUtil.normalizeDigitsOnly(written);
        if (written.indexOf('+') >= 0
                || digits.startsWith("0")
                || !"0".equals(NUMBERS.getNddPrefixForRegion(country, true))
                || NUMBERS.getNumberType(number) == PhoneNumberUtil.PhoneNumberType.MOBILE) {
            return false;
        }
        try {
            PhoneNumber other = NUMBERS.parse("+" + digits, null);
            return NUMBERS.isValidNumber(other)
                    && !NUMBERS.isNumberMatch(other, number).equals(MatchType.EXACT_MATCH);
        } catch (NumberParseException e) {
            return false;
        }
    }

    /** Slashes stand behind the code of the country and that of the area or network, nowhere else. */
    private static boolean isDividedWhereItMay(String written, PhoneNumber number) {
        int whole = NUMBERS.getNationalSignificantNumber(number).length();
        int subscriber = whole - NUMBERS.getLengthOfNationalDestinationCode(number);
        Matcher slash = Pattern.compile("/").matcher(written);
        while (slash.find()) {
            long behind = written.substring(slash.end())
                    .chars()
                    .filter(Character::isDigit)
                    .count();
            if (behind < whole && behind != subscriber) {
                return false;
            }
        }
        return true;
    }
}

package dev.kulanz.receivables;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A further number of which only the last digits are written: {@code 030 5550142 / 43}, {@code 0171 123 45 67/68},
 * {@code Tel. 030 5550142, Fax -43}. Then the first is whole. It may be an extension as well, which is a part of the one
 * number, so it is one only where it counts on from the digits that it replaces, or where a mobile has none; behind a hyphen
 * of a mobile alone, and in Austria of no other.
 *
 * @param text with the first number alone, as E.164, where such stood
 * @param further the numbers behind a first one (E.164)
 * @param isUnclear whether one may be the one or the other: {@code 030 5550142-43}
 */
record SecondEndings(String text, Map<String, List<String>> further, boolean isUnclear) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private static final int AUSTRIA = 43;

    /** In digits: with fewer before a hyphen it may be a group of one number, as {@code 030 555-41-42}. */
    private static final int SHORTEST_BEFORE_A_HYPHEN = 9;

    private static final int SHORTEST = 8;

    /** In digits: with fewer between two slashes or hyphens they are groups of one number. */
    private static final int SHORTEST_AFTER_A_DIVIDER = 5;

    /** A further number seldom lies more behind the first. */
    private static final int FARTHEST = 9;

    private static final int LONGEST_FAX = 4;

    private static final Pattern BETWEEN =
            Pattern.compile("(?<fax>[\\s,;/]*(?:tele)?fax\\.?:?\\s?\\p{Pd}(?=\\p{Nd}))|(?<slash>\\s*/\\s*\\p{Pd}?\\s*)"
                    + "|(?<word>\\s*,\\s*\\p{Pd}?|\\s(?:&|und|u\\.|oder|od\\.|o\\.|bzw\\.|or|and|et|ou|o|y|lub|of|en)\\s\\p{Pd}?)"
                    + "|(?<hyphen>\\s?\\p{Pd}\\s?)");

    private static final Pattern ENDING =
            Pattern.compile("(?<digits>\\p{Nd}++(?:\\s\\p{Nd}++)*+)(?!\\s*[.\\p{Pd}]?\\s*\\p{Nd})");

    private static final Pattern PART_OF_A_NUMBER = Pattern.compile("[+(]*\\p{Nd}[\\p{Nd}\\s()/.+\\p{Pd}]*$");

    /** @param one the number that this text is, if it is one */
    static SecondEndings in(String text, String country, Function<String, Optional<PhoneNumber>> one) {
        if (!mayHold(text)) {
            return new SecondEndings(text, Map.of(), false);
        }
        StringBuilder rest = new StringBuilder();
        Map<String, List<String>> further = new HashMap<>();
        boolean isUnclear = false;
        Matcher between = BETWEEN.matcher(text);
        int read = 0;
        while (between.find()) {
            if (between.start() < read) {
                continue;
            }
            Matcher before = PART_OF_A_NUMBER.matcher(text.substring(read, between.start()));
            if (!before.find()
                    || !ENDING.matcher(text)
                            .region(between.end(), text.length())
                            .lookingAt()) {
                continue;
            }
            String written = before.group().strip();
            Optional<PhoneNumber> first =
                    isWhole(written, country) && digits(written) >= SHORTEST ? one.apply(written) : Optional.empty();
            if (first.isPresent()) {
                First number = First.of(written, first.get());
                List<String> endings = new ArrayList<>();
                int end = number.endings(text, between.start(), endings);
                isUnclear |= endings.isEmpty() && number.mayHaveAnEnding(text, between.start());
                if (!endings.isEmpty() && !further.containsKey(NUMBERS.format(first.get(), PhoneNumberFormat.E164))) {
                    String value = NUMBERS.format(first.get(), PhoneNumberFormat.E164);
                    rest.append(text, read, read + before.start()).append(value);
                    further.put(value, endings);
                    read = end;
                }
            }
        }
        return new SecondEndings(rest.append(text.substring(read)).toString(), further, isUnclear);
    }

    /** Whether anything but a blank stands between enough digits and more of them; for speed. */
    private static boolean mayHold(String text) {
        int digits = 0;
        boolean isDivided = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                if (isDivided) {
                    return true;
                }
                digits++;
            } else if (digits >= SHORTEST && c != ' ') {
                isDivided = true;
            }
        }
        return false;
    }

    /** This number and those of which only the endings stand behind it. */
    List<String> from(String first) {
        return Stream.concat(Stream.of(first), behind(first).stream()).toList();
    }

    List<String> behind(String first) {
        return further.getOrDefault(first, List.of());
    }

    /** With its area code: a number of the place alone is nobody's. */
    private static boolean isWhole(String written, String country) {
        return "+0".indexOf(written.replace("(", "").charAt(0)) >= 0
                || !"0".equals(NUMBERS.getNddPrefixForRegion(country, true));
    }

    private static int digits(String written) {
        return PhoneNumberUtil.normalizeDigitsOnly(written).length();
    }

    private record First(String written, PhoneNumber number, boolean isMobile, boolean isSwitchboard) {

        /** In Austria an extension stands behind a slash or a hyphen as well. */
        static First of(String written, PhoneNumber number) {
            boolean isMobile = NUMBERS.getNumberType(number) == PhoneNumberType.MOBILE;
            return new First(written, number, isMobile, number.getCountryCode() == AUSTRIA && !isMobile);
        }

        /** Adds all that follow from here on; where they end. */
        int endings(String text, int from, List<String> endings) {
            String last = NUMBERS.getNationalSignificantNumber(number);
            Matcher between = BETWEEN.matcher(text);
            Matcher ending = ENDING.matcher(text);
            int end = from;
            while (between.region(end, text.length()).lookingAt()
                    && ending.region(between.end(), text.length()).lookingAt()) {
                String digits = PhoneNumberUtil.normalizeDigitsOnly(ending.group("digits"));
                if (!isCertain(between, digits, last)) {
                    return end;
                }
                last = last.substring(0, last.length() - digits.length()) + digits;
                endings.add("+" + number.getCountryCode() + last);
                end = ending.end();
            }
            return end;
        }

        /** Whether digits behind a hyphen count on: they may be an extension just as well. */
        boolean mayHaveAnEnding(String text, int from) {
            String last = NUMBERS.getNationalSignificantNumber(number);
            Matcher between = BETWEEN.matcher(text).region(from, text.length());
            Matcher ending = ENDING.matcher(text);
            return between.lookingAt()
                    && between.group("hyphen") != null
                    && ending.region(between.end(), text.length()).lookingAt()
                    && (!isMobile || ending.group("digits").length() == 1)
                    && !isSwitchboard
                    && isBeforeAHyphen(last)
                    && step(ending.group("digits"), last) == 1;
        }

        private boolean isCertain(Matcher between, String digits, String last) {
            if (between.group("fax") != null) {
                return digits.length() <= LONGEST_FAX && step(digits, last) != 0;
            }
            int step = step(digits, last);
            boolean isOne = digits.length() == 1;
            if (between.group("hyphen") != null) {
                return step == 1 && !isOne && isMobile && isBeforeAHyphen(last);
            }
            if (last.length() < SHORTEST || isInGroups('/')) {
                return false;
            }
            boolean isSlash = between.group("slash") != null;
            if (isOne) {
                return step == 1 && isSlash && !isSwitchboard;
            }
            boolean isNear = !isSwitchboard && step > 0 && step <= FARTHEST;
            return isNear || (isMobile && isSlash && step != 0);
        }

        /** How much more than the digits that they replace; 0 where there are too many of them. */
        private int step(String digits, String last) {
            if (digits.length() >= last.length() || digits.length() > FARTHEST) {
                return 0;
            }
            if (digits.isEmpty()) {
                return 0;
            }
            return Integer.parseInt(digits) - Integer.parseInt(last.substring(last.length() - digits.length()));
        }

        private boolean isBeforeAHyphen(String last) {
            return last.length() >= SHORTEST_BEFORE_A_HYPHEN && !isInGroups('-') && !isInGroups('\u2013');
        }

        private boolean isInGroups(char divider) {
            int last = written.lastIndexOf(divider);
            return last >= 0 && digits(written.substring(last)) < SHORTEST_AFTER_A_DIVIDER;
        }
    }
}

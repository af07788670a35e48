package dev.kulanz.receivables;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Digits without country code that are no number in a country: of which one, or merely too few or too many of them. */
final class ElsewhereNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private static final int LONGEST = 40;

    /** By how many digits people are wrong at most. */
    private static final int MISSING = 3;

    private ElsewhereNumbers() {}

    /** Whether it may be a number of another country than this one (ISO 3166-1 alpha-2). */
    static boolean mayHold(String text, String country) {
        if (text.length() > LONGEST) {
            return false; // each country would be asked
        }
        if (country.equals(WrittenContact.NOWHERE) || withPlus(text).isPresent()) {
            return true;
        }
        return !isOfWrongLength(text, country)
                && NUMBERS.getSupportedRegions().stream()
                        .anyMatch(other -> !other.equals(country) && isValid(text, other));
    }

    /** The number that these digits are if they lost their plus. */
    static Optional<PhoneNumber> withPlus(String text) {
        String digits = PhoneNumberUtil.normalizeDigitsOnly(text);
        return digits.startsWith("0")
                ? Optional.empty()
                : parsed("+" + digits, null).filter(NUMBERS::isValidNumber);
    }

    /** Whether no number of its country has as few digits as these first ones of it. */
    static boolean isTooShort(PhoneNumber number, int first) {
        if (first < 1) {
            return true;
        }
        String whole = NUMBERS.getNationalSignificantNumber(number);
        PhoneNumber part = new PhoneNumber()
                .setCountryCode(number.getCountryCode())
                .setNationalNumber(Long.parseLong(whole.substring(0, first)));
        ValidationResult result = NUMBERS.isPossibleNumberWithReason(part);
        return result == ValidationResult.TOO_SHORT || result == ValidationResult.IS_POSSIBLE_LOCAL_ONLY;
    }

    /** Whether it would be a number of this country with some digits more, or less, at its end. */
    private static boolean isOfWrongLength(String text, String country) {
        String digits = PhoneNumberUtil.normalizeDigitsOnly(text);
        return IntStream.rangeClosed(1, MISSING)
                .anyMatch(some -> isValid(digits.substring(0, digits.length() - some), country)
                        || isValid(digits + "1".repeat(some), country));
    }

    private static boolean isValid(String text, String country) {
        return parsed(text, country).filter(NUMBERS::isValidNumber).isPresent();
    }

    private static Optional<PhoneNumber> parsed(String text, @Nullable String country) {
        try {
            return Optional.of(NUMBERS.parse(text, country));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}

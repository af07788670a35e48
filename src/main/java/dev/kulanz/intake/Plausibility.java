package dev.kulanz.intake;

import dev.kulanz.receivables.Debtor;
import dev.kulanz.shared.Amounts;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.MailAddress;
import dev.kulanz.shared.Said;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the fields of a row make sense, alone and together. */
final class Plausibility {

    private static final LocalDate FIRST_INVOICE = LocalDate.of(1990, 1, 1);
    private static final int YEARS_AHEAD = 5;
    private static final int OLDEST = 120;

    private static final Said MINOR = Said.of(
            "import.birth-date.minor",
            "The debtor is under {0}: nothing is sent to him by itself, and a person is to look at the case.",
            Debtor.OF_AGE);

    private static final Said YOUNG_BUSINESS = Said.of(
            "import.birth-date.business",
            "By this date the business would be a person under {0}. It is dunned as a business: please check whether it is "
                    + "a consumer.",
            Debtor.OF_AGE);

    /** Rome is 00184, Helsinki 00100, Holtsville 00501. */
    private static final Set<String> TWO_ZEROS = Set.of("IT", "FI", "US", "LT", "ZA");

    private final LocalDate today;

    Plausibility(LocalDate today) {
        this.today = today;
    }

    LocalDate today() {
        return today;
    }

    void check(CheckedRow row) {
        OpenAmountCheck.check(row);
        if (Boolean.TRUE.equals(row.saysCredit())) {
            row.needNot(Column.DUE_DATE); // even if its amount can't be read
        }
        if (row.isCredit()) {
            CreditCheck.check(row, today);
        } else if (row.get(Column.CREDITS_INVOICE) != null && isPositive(row)) {
            row.reject(Column.CREDITS_INVOICE, CreditCheck.POSITIVE);
        }
        checkAmounts(row);
        checkDueDate(row);
        checkPast(row, Column.BIRTH_DATE);
        checkBirthDate(row);
        checkPast(row, Column.CUSTOMER_SINCE);
        checkPast(row, Column.CONTRACT_DATE);
        checkAddress(row);
        checkEmail(row, Column.EMAIL);
        checkEmail(row, Column.CONTACT_EMAIL);
        if (row.warnings().stream().anyMatch(w -> w.field().equals(Column.DEBTOR_TYPE.header()))) {
            row.set(Column.DEBTOR_TYPE, "CONSUMER");
        }
    }

    private static boolean isPositive(CheckedRow row) {
        BigDecimal amount = row.amount(Column.AMOUNT);
        return amount != null && amount.signum() > 0;
    }

    /** Whether there is anything to take of an amount of zero is known only beside what is kept: {@link Verdicts}. */
    private static void checkAmounts(CheckedRow row) {
        BigDecimal amount = row.amount(Column.AMOUNT);
        BigDecimal paid = row.amount(Column.PAID);
        checkSize(row, Column.AMOUNT, amount);
        if (paid != null && paid.signum() < 0 && !row.isCredit()) {
            row.reject(Column.PAID, Said.of("import.paid.negative", "The amount paid is negative."));
        } else if (paid != null && amount != null && amount.signum() > 0 && paid.compareTo(amount) > 0) {
            row.reject(
                    Column.PAID,
                    Said.of("import.paid.more", "More was paid than the amount of the invoice: please check both."));
        } else {
            checkSize(row, Column.PAID, paid);
        }
        checkFees(row);
    }

    private static void checkFees(CheckedRow row) {
        BigDecimal fees = row.amount(Column.FEES_CLAIMED);
        if (fees != null && fees.signum() < 0) {
            row.reject(Column.FEES_CLAIMED, Said.of("import.fees.negative", "The fees claimed are negative."));
        } else if (fees != null && fees.signum() > 0) {
            checkSize(row, Column.FEES_CLAIMED, fees);
            row.warn(
                    Column.FEES_CLAIMED,
                    Said.of(
                            "import.fees.kept",
                            "The fees of {0} that were claimed elsewhere are kept for the record; they are not demanded here.",
                            plain(fees, row.get(Column.CURRENCY))));
        }
    }

    private static BigDecimal plain(BigDecimal amount, @Nullable String currency) {
        return currency == null ? amount : new BigDecimal(Amounts.plain(amount, currency));
    }

    private static void checkSize(CheckedRow row, Column column, @Nullable BigDecimal amount) {
        String currency = row.get(Column.CURRENCY);
        if (amount == null) {
            return;
        }
        if (!Amounts.isShort(amount)) {
            row.reject(
                    column,
                    Said.of(
                            "import.amount.large",
                            "The amount is too large: less than 1,000,000,000,000 can be kept."));
        } else if (currency != null && !Amounts.fits(amount, currency)) {
            row.reject(
                    column,
                    Said.of(
                            "import.amount.decimals",
                            "The amount {0} has more decimals than {1} has ({2}).",
                            Legible.quoted(amount.toPlainString()),
                            currency,
                            Currencies.decimals(currency)));
        }
    }

    private void checkDueDate(CheckedRow row) {
        LocalDate invoice = row.date(Column.INVOICE_DATE);
        LocalDate due = row.date(Column.DUE_DATE);
        if (invoice != null && invoice.isBefore(FIRST_INVOICE)) {
            row.reject(
                    Column.INVOICE_DATE,
                    Said.of(
                            "import.invoice-date.early",
                            "The invoice date {0} is before 1990: please check the year.",
                            invoice));
        } else if (due != null && due.isBefore(FIRST_INVOICE)) {
            row.reject(
                    Column.DUE_DATE,
                    Said.of("import.due-date.early", "The due date {0} is before 1990: please check the year.", due));
        } else if (due != null && due.isAfter(today.plusYears(YEARS_AHEAD))) {
            row.reject(
                    Column.DUE_DATE,
                    Said.of(
                            "import.due-date.late",
                            "The due date {0} is more than {1} years ahead: please check the year.",
                            due,
                            YEARS_AHEAD));
        } else if (due != null && invoice != null && due.isBefore(invoice)) {
            row.reject(
                    Column.DUE_DATE,
                    Said.of(
                            "import.due-date.before",
                            "The due date {0} is before the invoice date {1}: please check.",
                            due,
                            invoice));
        }
    }

    private void checkPast(CheckedRow row, Column column) {
        LocalDate day = row.date(column);
        if (day != null && day.isAfter(today)) {
            row.reject(
                    column,
                    Said.of("import.date.past", "The date {0} lies in the future: please check the year.", day));
        }
    }

    /** Nobody is older; systems that know no birth date write the beginning of their calendar. */
    private void checkBirthDate(CheckedRow row) {
        LocalDate born = row.date(Column.BIRTH_DATE);
        if (born == null || born.isAfter(today)) {
            return;
        }
        int age = Period.between(born, today).getYears();
        if (age >= OLDEST) {
            row.leaveOut(
                    Column.BIRTH_DATE,
                    Said.of(
                            "import.birth-date.old",
                            "The birth date {0} is {1} years ago; it was left out: please check the year.",
                            born,
                            age));
        } else if (age < Debtor.OF_AGE) {
            row.warn(
                    Column.BIRTH_DATE,
                    Debtor.Type.BUSINESS.name().equals(row.get(Column.DEBTOR_TYPE)) ? YOUNG_BUSINESS : MINOR);
        }
    }

    /** Taken, for there are mail servers that carry it; but who has another way to reach him should give that, too. */
    private static void checkEmail(CheckedRow row, Column column) {
        String email = row.get(column);
        if (email != null
                && MailAddress.of(email).filter(MailAddress::needsUtf8).isPresent()) {
            row.warn(
                    column,
                    Said.of(
                            "import.email.utf8",
                            "{0} has letters before its @ that many mail servers can't carry. Where ours can't, the "
                                    + "message takes another way.",
                            Legible.quoted(email)));
        }
    }

    private static void checkAddress(CheckedRow row) {
        String country = row.get(Column.COUNTRY);
        checkPostcode(row, country);
        if (country != null && !country.equals("DE")) {
            return;
        }
        String state = row.get(Column.STATE);
        if (state != null && !Places.isGermanState(state)) {
            row.leaveOut(
                    Column.STATE,
                    Said.of(
                            "import.state.german",
                            "{0} is not one of Germany's states; it was left out.",
                            Legible.quoted(state)));
        }
    }

    /** Four digits are those of Vienna or Zürich, too: without a country nobody knows of which place a zero was lost. */
    private static void checkPostcode(CheckedRow row, @Nullable String country) {
        String postcode = row.get(Column.POSTCODE);
        if (country == null) {
            if (postcode != null && postcode.matches("[1-9][0-9]{3}")) {
                row.warn(
                        Column.POSTCODE,
                        Said.of(
                                "import.postcode.country",
                                "The postcode {0} has one digit less than Germany’s, and the row names no country: it was taken as "
                                        + "it is, where it is not known here with its zero. Please fill country.",
                                Legible.quoted(postcode)));
            }
            return;
        }
        Integer digits = Postcodes.WITH_ZEROS.get(country);
        if (digits == null || postcode == null || !postcode.matches("[1-9][0-9]*")) {
            return;
        }
        int missing = digits - postcode.length();
        if (missing == 1 || (missing == 2 && TWO_ZEROS.contains(country))) {
            row.set(Column.POSTCODE, "0".repeat(missing) + postcode);
            row.warn(
                    Column.POSTCODE,
                    Said.of(
                            "import.postcode.zeros",
                            "The postcode {0} has too few digits: the zeros at its start were put back.",
                            Legible.quoted(postcode)));
        }
    }
}

package dev.kulanz.intake;

import dev.kulanz.shared.CurrencyDecimals;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.WrittenAmount;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads amounts of a file; one that could be read in two ways is refused. A currency beside the number must be that of the
 * row.
 *
 * @param hasSides S and H, or Dr and Cr, behind it tell which side of the debtor's account it stands on: H and Cr are to his
 *     credit and make it negative. Of what was paid nobody can tell what they mean
 */
record AmountReading(boolean hasSides) implements Reading {

    /** What is owed. */
    static final AmountReading OWED = new AmountReading(true);

    /** What was paid or claimed. */
    static final AmountReading OTHER = new AmountReading(false);

    private static final String CURRENCY = "[A-Z]{3}|EURO|\\p{Sc}|[A-Z]{1,3}\\p{Sc}|Z\u0141|K\u010c|\u5186|\u5143";

    private static final String SIDE = "(?:(?<debit>S|SOLL|DR\\.?)|H|HABEN|CR\\.?)";
    private static final Pattern SIDE_BEHIND =
            Pattern.compile("(?<number>.*(?:[0-9)\\-\\p{Sc}] ?|[0-9] ?(?:[A-Z]{3}|EURO) ))" + SIDE);
    private static final Pattern SIDE_BEFORE =
            Pattern.compile(SIDE + "(?<number> ?[0-9].*| (?:" + CURRENCY + ") ?[0-9].*)");

    private static final Pattern MARKED = Pattern.compile("(?<sign>[-+\u2013\u2212] ?)?(?<before>" + CURRENCY + ")? ?"
            + "(?<number>[-+(\u2013\u2212]? ?[0-9].*?) ?(?<behind>" + CURRENCY + ")?(?<end> ?[-+\u2013\u2212)])?");
    private static final String MINUS = "[-\u2013\u2212]";
    private static final Pattern BELOW_ZERO = Pattern.compile("(?=.*[0-9])(?:(?:(?:" + CURRENCY + ") ?)?(?:" + MINUS
            + "|\\( ?(?:(?:" + CURRENCY + ") ?)?[0-9]).*" + "|.*[0-9] ?(?:" + CURRENCY + ")? ?" + MINUS + ")");
    private static final Pattern BRACKETS = Pattern.compile("\\((?<inner>[^()]+)\\)");

    /** Signs that stand for one currency or for some; of these the column tells which. */
    private static final Map<String, Pattern> SIGNS = Map.ofEntries(
            Map.entry("\u20ac", Pattern.compile("EUR")),
            Map.entry("EURO", Pattern.compile("EUR")),
            Map.entry("$", Pattern.compile("USD|CAD|AUD|NZD|SGD|HKD|MXN|ARS|CLP|COP|TWD")),
            Map.entry("US$", Pattern.compile("USD")),
            Map.entry("\u00a3", Pattern.compile("GBP|EGP|GIP")),
            Map.entry("\u00a5", Pattern.compile("JPY|CNY")),
            Map.entry("\u5186", Pattern.compile("JPY")),
            Map.entry("\u5143", Pattern.compile("CNY|TWD|HKD")),
            Map.entry("\u20ba", Pattern.compile("TRY")),
            Map.entry("\u20b4", Pattern.compile("UAH")),
            Map.entry("\u20b9", Pattern.compile("INR")),
            Map.entry("\u20bd", Pattern.compile("RUB")),
            Map.entry("\u20a9", Pattern.compile("KRW")),
            Map.entry("\u20aa", Pattern.compile("ILS")),
            Map.entry("Z\u0141", Pattern.compile("PLN")),
            Map.entry("K\u010c", Pattern.compile("CZK")));

    @Override
    public String canonical(String written) throws Unreadable {
        if (written.length() > WrittenAmount.LONGEST + 1) {
            throw new Unreadable("amount.long", "is far too long for an amount.");
        }
        String text = withoutPlus(written);
        Optional<String> amount = WrittenAmount.canonical(text);
        if (amount.isPresent()) {
            return amount.get();
        }
        if (WrittenAmount.isDoubtful(text)) {
            throw new Unreadable(
                    "amount.two-ways",
                    "{0} can be read in two ways, as thousands or as decimals. "
                            + "Please write two decimals, e.g. 1234.00 or 1.234,00.",
                    Legible.quoted(written));
        }
        throw new Unreadable(
                "amount.none",
                "{0} is not an amount. Please write only the number, e.g. 1234.56 or 1.234,56.",
                Legible.quoted(written));
    }

    /** Whether what can't be read as an amount still says that it is to the debtor's credit. */
    static boolean hasCreditSign(String written) {
        String upper = written.strip().toUpperCase(Locale.ROOT);
        for (Pattern side : new Pattern[] {SIDE_BEHIND, SIDE_BEFORE}) {
            Matcher found = side.matcher(upper);
            if (found.matches()) {
                boolean signed =
                        BELOW_ZERO.matcher(found.group("number").strip()).matches();
                return found.group("debit") == null && !signed;
            }
        }
        return BELOW_ZERO.matcher(upper).matches();
    }

    /** Sign and decimals are judged later, with the currency. */
    @Override
    public String canonical(String written, Beside beside) throws Unreadable {
        if (isBare(written)) {
            return canonical(written);
        }
        String currency = beside.field(Column.CURRENCY).strip().toUpperCase(Locale.ROOT);
        String upper = written.toUpperCase(Locale.ROOT);
        if (hasSides) {
            for (Pattern side : new Pattern[] {SIDE_BEHIND, SIDE_BEFORE}) {
                Matcher found = side.matcher(upper);
                if (found.matches()) {
                    return onItsSide(written, found, currency, beside);
                }
            }
        }
        return unmarked(written, upper, currency);
    }

    private String unmarked(String written, String upper, String currency) throws Unreadable {
        String number = withoutCurrency(written, upper, currency);
        if (WrittenAmount.isDoubtful(number) && CurrencyDecimals.of(currency).orElse(2) == 0) {
            return canonical(number.replace(".", "").replace(",", "")); // no decimals: thousands
        }
        return canonical(number);
    }

    /** It stands before or behind the number, and is its only sign. */
    private static String withoutPlus(String written) {
        String rest = written;
        if (written.startsWith("+")) {
            rest = written.substring(1);
        } else if (written.endsWith("+")) {
            rest = written.substring(0, written.length() - 1).strip();
        }
        boolean hasOtherSign = WrittenAmount.canonical(rest)
                .filter(number -> number.startsWith("-"))
                .isPresent();
        return hasOtherSign ? written : rest;
    }

    private static boolean isBare(String written) {
        boolean separated = false;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c < '0' || c > '9') {
                if (separated || (c != '.' && c != ',') || written.length() - i == 4) {
                    return false;
                }
                separated = true;
            }
        }
        return true;
    }

    private String onItsSide(String written, Matcher side, String currency, Beside beside) throws Unreadable {
        String marked = side.group("number").strip();
        String number = unmarked(marked, marked, currency);
        if (number.startsWith("-")) {
            throw new Unreadable(
                    "amount.signs",
                    "{0} has two signs, and nobody can tell whether it is owed or to the debtor's credit. Please write one.",
                    Legible.quoted(written));
        }
        String amount = side.group("debit") != null ? number : "-" + number;
        beside.remark(
                "amount.side",
                "{0} was read as {1}: S and Dr are owed, H and Cr are to the debtor's credit.",
                Legible.quoted(written),
                amount);
        return amount;
    }

    private static String withoutCurrency(String written, String upper, String currency) throws Unreadable {
        Matcher brackets = BRACKETS.matcher(upper);
        if (brackets.matches()) {
            String inner = brackets.group("inner").strip();
            return "(" + withoutCurrency(inner, inner, currency) + ")";
        }
        Matcher marked = MARKED.matcher(upper);
        if (!marked.matches()) {
            return written;
        }
        for (String mark : new String[] {marked.group("before"), marked.group("behind")}) {
            if (mark != null && !means(mark, currency)) {
                throw new Unreadable(
                        "amount.currency",
                        "{0} names another currency than the column “currency” ({1}). Please correct one of the two.",
                        Legible.quoted(written),
                        Legible.shown(currency));
            }
        }
        boolean isMarked = marked.group("before") != null || marked.group("behind") != null;
        return isMarked ? whole(marked.group("sign"), marked.group("number"), marked.group("end")) : written;
    }

    private static String whole(@Nullable String sign, String number, @Nullable String end) {
        return (sign == null ? "" : sign) + number + (end == null ? "" : end);
    }

    private static boolean means(String mark, String currency) {
        Pattern meant = SIGNS.get(mark);
        return mark.equals(currency)
                || (meant != null && meant.matcher(currency).matches());
    }
}

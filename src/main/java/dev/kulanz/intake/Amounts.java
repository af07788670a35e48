package dev.kulanz.intake;

import java.util.regex.Pattern;

/** Amounts as {@code 1234.56} or {@code 1.234,56}; one that could be read in two ways is refused. */
final class Amounts {

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]+(?:\\.[0-9]{1,2}|\\.[0-9]{4,})?");
    private static final Pattern COMMA = Pattern.compile("-?[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})");
    private static final Pattern GERMAN = Pattern.compile("-?[0-9]{1,3}(?:\\.[0-9]{3})+,[0-9]+");
    private static final Pattern ENGLISH = Pattern.compile("-?[0-9]{1,3}(?:,[0-9]{3})+\\.[0-9]+");
    private static final Pattern GROUPS = Pattern.compile("-?[0-9]{1,3}(?:(?:\\.[0-9]{3}){2,}|(?:,[0-9]{3}){2,})");
    private static final Pattern DOUBTFUL = Pattern.compile("-?[0-9]+[.,][0-9]{3}");

    private Amounts() {}

    /** The amount with a point and without grouping; sign and decimals are judged later, with the currency. */
    static String canonical(String written) throws Unreadable {
        String text = written.startsWith("+") ? written.substring(1) : written;
        if (text.length() > 30) {
            throw new Unreadable("amount.long", "is far too long for an amount.");
        }
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        if (COMMA.matcher(text).matches()) {
            return text.replace(',', '.');
        }
        if (GERMAN.matcher(text).matches()) {
            return text.replace(".", "").replace(',', '.');
        }
        if (ENGLISH.matcher(text).matches()) {
            return text.replace(",", "");
        }
        if (GROUPS.matcher(text).matches()) {
            return text.replace(".", "").replace(",", "");
        }
        if (DOUBTFUL.matcher(text).matches()) {
            throw new Unreadable(
                    "amount.two-ways",
                    "{0} can be read in two ways, as thousands or as decimals. "
                            + "Please write two decimals, e.g. 1234.00 or 1.234,00.",
                    Texts.quoted(written));
        }
        throw new Unreadable(
                "amount.none",
                "{0} is not an amount. Please write only the number, e.g. 1234.56 or 1.234,56.",
                Texts.quoted(written));
    }
}

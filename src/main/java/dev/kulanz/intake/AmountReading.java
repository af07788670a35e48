package dev.kulanz.intake;

import dev.kulanz.shared.Legible;
import dev.kulanz.shared.WrittenAmount;
import java.util.Optional;

/** Reads amounts of a file; one that could be read in two ways is refused. */
final class AmountReading {

    private AmountReading() {}

    /** The amount with a point and without grouping; sign and decimals are judged later, with the currency. */
    static String canonical(String written) throws Unreadable {
        String text = written.startsWith("+") ? written.substring(1) : written;
        if (text.length() > WrittenAmount.LONGEST) {
            throw new Unreadable("amount.long", "is far too long for an amount.");
        }
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
}

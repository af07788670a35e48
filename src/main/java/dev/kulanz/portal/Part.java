package dev.kulanz.portal;

import dev.kulanz.shared.LocalFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the page says of one case, in the reader's language.
 *
 * @param due what the words name, or what can be transferred, in major units
 * @param day that the words name
 * @param agency who has it, with its address in one line
 * @param reference so that a payment finds its case
 * @param notes what has changed since the message, as the last part of the keys {@code portal.note.<note>}
 */
record Part(
        Standing standing,
        BigDecimal due,
        @Nullable LocalDate day,
        @Nullable String agency,
        String currency,
        String reference,
        List<String> notes,
        Locale locale) {

    static Part of(Situation situation, boolean isBefore, boolean isDone, boolean isOther, Locale locale) {
        List<String> notes = new ArrayList<>();
        if (isOther) {
            notes.add("other");
        }
        if (situation.isBack() && situation.standing() != Standing.BACK) {
            notes.add("back");
        } else if (isBefore && situation.of().isOpen() && situation.standing() != Standing.BACK) {
            notes.add("again");
        }
        if (isDone && situation.of().isOpen()) {
            notes.add("done");
        }
        if (situation.goesOnBesideAPromise()) {
            notes.add("promised-part");
        }
        if (situation.leavesOutItems()) {
            notes.add("left-out");
        }
        return new Part(
                situation.standing(),
                situation.amount(),
                situation.day(),
                situation.agency(),
                situation.of().currency(),
                situation.of().paymentReference(),
                List.copyOf(notes),
                locale);
    }

    public String key() {
        return "portal." + standing.word();
    }

    /** The sentence of its words that fits: one that names the day where it is known. */
    public String text() {
        return key() + (day == null ? ".text" : ".text.dated");
    }

    public boolean isAsked() {
        return standing.transfer() == Standing.Transfer.ASKED;
    }

    public boolean isWelcome() {
        return standing.transfer() == Standing.Transfer.WELCOME && due.signum() > 0;
    }

    public boolean isPayable() {
        return isAsked() || isWelcome() || standing.transfer() == Standing.Transfer.WITHOUT_AMOUNT;
    }

    public boolean hasAmount() {
        return isAsked() || isWelcome();
    }

    public String amount() {
        return new LocalFormat(locale).money(due, currency);
    }

    public @Nullable String dayInWords() {
        return day == null
                ? null
                : day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
    }
}

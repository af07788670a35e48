package dev.kulanz.portal;

import dev.kulanz.receivables.Creditor;
import dev.kulanz.shared.LocalFormat;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the payment page shows.
 *
 * @param open what is to be paid at this moment, in major units; zero: nothing any more
 * @param resting nothing is asked for at present, because a block holds
 * @param forHeirs nothing is asked for, but whoever wants to pay for the dead is told how
 * @param reference so that the payment finds its case
 * @param locale of the message that held the link
 */
record Demand(
        Creditor creditor,
        BigDecimal open,
        boolean resting,
        boolean forHeirs,
        String currency,
        String reference,
        Locale locale) {

    public boolean isOpen() {
        return !resting && open.signum() > 0;
    }

    public boolean isWelcome() {
        return forHeirs && open.signum() > 0;
    }

    public String amount() {
        return new LocalFormat(locale).money(open, currency);
    }

    /** In groups of four; null if the creditor has named no account yet. */
    public @Nullable String iban() {
        Creditor.Account account = creditor.mainAccount();
        return account == null ? null : new LocalFormat(locale).iban(account.iban());
    }

    /** The account holder exactly as the bank knows it. */
    public String holder() {
        Creditor.Account account = creditor.mainAccount();
        return account == null || account.name() == null ? creditor.name() : account.name();
    }
}

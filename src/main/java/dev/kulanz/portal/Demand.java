package dev.kulanz.portal;

import dev.kulanz.receivables.Creditor;
import dev.kulanz.shared.LocalFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the payment page shows.
 *
 * @param parts what became of that which the message was about: as a rule one case, more where parts of it went their own ways
 * @param locale of the message that held the link
 */
record Demand(Creditor creditor, List<Part> parts, Locale locale) {

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

    /** The key of the words that say whom to ask, and what for. */
    public String help() {
        boolean isOver = parts.stream().allMatch(part -> part.standing().isOver());
        boolean hasContact = creditor.phone() != null || creditor.email() != null;
        return "portal.help" + (isOver ? ".over" : "") + (hasContact ? "" : ".answer");
    }
}

package dev.kulanz.contact;

import dev.kulanz.contact.print.Fitting;
import dev.kulanz.receivables.Creditor;
import dev.kulanz.receivables.ItemBalance;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What only a letter shows: both addresses, and codes for who holds paper in one hand and a phone in the other.
 *
 * @param link of the payment page; null where there is nothing to pay
 */
record LetterPage(
        MessageContent content, Locale locale, @Nullable String link) {

    private static final int LONGEST_UNBROKEN = 60;

    /** For the window of the envelope, a line each; the country only abroad. */
    public Fitting address() {
        return fitting(LetterPlaces.address(content.debtor(), content.instead(), content.creditor(), locale));
    }

    /** In small print above the address. */
    public Fitting returnLine() {
        return fitting(LetterPlaces.returnLine(content.creditor()));
    }

    /** Who writes, at the head of the page. */
    public Fitting head() {
        return fitting(LetterPlaces.head(content.creditor()));
    }

    private static Fitting fitting(Optional<Fitting> found) {
        return found.orElseThrow(() -> new IllegalStateException("A letter is written that can't be"));
    }

    /** Whether it stays on one line at the foot of the page. */
    public boolean isShort(String line) {
        return line.length() <= LONGEST_UNBROKEN;
    }

    /** For a banking app; null without an account or in another currency, for which there is no such code. */
    public @Nullable String giroCode() {
        Creditor.Account account = content.creditor().mainAccount();
        return account == null || !content.isPayable() || !content.currency().equals("EUR")
                ? null
                : GiroCode.of(content.accountHolder(), account.iban(), content.payable(), content.reference())
                        .map(QrPicture::of)
                        .orElse(null);
    }

    /** The payment page; null where there is nothing to pay. */
    public @Nullable String linkCode() {
        return link == null ? null : QrPicture.of(Objects.requireNonNull(link));
    }

    public BigDecimal paid(ItemBalance item) {
        return item.originalAmount().subtract(item.openAmount());
    }
}

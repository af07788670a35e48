package dev.kulanz.contact;

import dev.kulanz.contact.print.Fitting;
import dev.kulanz.receivables.Creditor;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What only a letter shows: both addresses, and codes for who holds paper in one hand and a phone in the other.
 *
 * @param link of the payment page; null where there is nothing to pay
 */
record LetterPage(
        MessageContent content, Locale locale, @Nullable String link) {

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

    /** The customer's number; long ones take the room of what stands at the foot, too. */
    public List<String> customer() {
        String number = content.debtor().externalId();
        return LetterPlaces.besideTheAddress(number).map(Fitting::lines).orElse(List.of(number));
    }

    /** How to reach the sender, once more beside the address; empty if there is no room for it. */
    public List<String> reach(@Nullable String where) {
        return where == null
                        || LetterPlaces.besideTheAddress(content.debtor().externalId())
                                .isEmpty()
                ? List.of()
                : LetterPlaces.besideTheAddress(where).map(Fitting::lines).orElse(List.of());
    }

    /** Who writes, in small print at the foot of each page: at least his name. */
    public List<String> foot(@Nullable String privacy) {
        return LetterPlaces.foot(content.sender(), privacy)
                .or(() -> LetterPlaces.foot(List.of(content.creditor().name()), null))
                .map(Fitting::lines)
                .orElse(List.of());
    }

    /** What finds no room at the foot stands behind the letter. */
    public List<String> behind(@Nullable String privacy) {
        return LetterPlaces.foot(content.sender(), privacy).isPresent()
                ? List.of()
                : Stream.of(String.join(" · ", content.sender()), privacy)
                        .filter(Objects::nonNull)
                        .toList();
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
        return link == null ? null : QrPicture.of(link);
    }
}

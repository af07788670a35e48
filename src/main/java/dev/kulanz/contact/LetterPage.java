package dev.kulanz.contact;

import dev.kulanz.receivables.Creditor;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.receivables.PostalAddress;
import dev.kulanz.receivables.Representative;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What only a letter shows: both addresses, and codes for who holds paper in one hand and a phone in the other. */
record LetterPage(
        MessageContent content, Locale locale, @Nullable String link) {

    private static final int MOST_LINES = 5;
    private static final int LONGEST_LINE = 40;

    /** For the window of the envelope, a line each; the country only abroad. */
    public List<String> address() {
        Debtor to = content.debtor();
        Representative instead = content.instead();
        if (instead != null && instead.address() != null) {
            return address(instead.name(), null, instead.address());
        }
        return address(
                to.name(),
                to.contactName(),
                new PostalAddress(
                        Objects.requireNonNullElse(to.street(), ""),
                        Objects.requireNonNullElse(to.postcode(), ""),
                        Objects.requireNonNullElse(to.city(), ""),
                        to.country()));
    }

    private List<String> address(String name, @Nullable String person, PostalAddress at) {
        List<String> lines = new ArrayList<>();
        lines.add(name);
        if (person != null && !person.isBlank()) {
            lines.add(person);
        }
        lines.add(at.street());
        lines.add(town(at.postcode(), at.city()));
        if (!at.country().equals(content.creditor().country())) {
            lines.add(new Locale("", at.country()).getDisplayCountry(locale).toUpperCase(locale));
        }
        return lines;
    }

    /** In small print above the address. */
    public String returnLine() {
        Creditor from = content.creditor();
        return Stream.of(from.name(), from.street(), town(from.postcode(), from.city()))
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    /** Whether the address needs smaller print to stay inside the window. */
    public boolean isLong() {
        return address().size() > MOST_LINES || address().stream().anyMatch(line -> line.length() > LONGEST_LINE);
    }

    /** For a banking app; null without an account or in another currency, for which there is no such code. */
    public @Nullable String giroCode() {
        Creditor.Account account = content.creditor().mainAccount();
        return account == null || !content.isPayable() || !content.currency().equals("EUR")
                ? null
                : QrPicture.of(
                        GiroCode.of(content.accountHolder(), account.iban(), content.payable(), content.reference()));
    }

    /** The payment page; null where there is nothing to pay. */
    public @Nullable String linkCode() {
        return link == null ? null : QrPicture.of(link);
    }

    public BigDecimal paid(ItemBalance item) {
        return item.originalAmount().subtract(item.openAmount());
    }

    private static String town(@Nullable String postcode, @Nullable String city) {
        return Stream.of(postcode, city).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}

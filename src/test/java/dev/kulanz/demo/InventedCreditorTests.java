package dev.kulanz.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.receivables.CreditorSettings;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the demo makes up of a creditor: all that is needed, and seen to be made up. */
class InventedCreditorTests {

    @ParameterizedTest
    @CsvSource({
        "EUR, DE", "CHF, CH", "GBP, GB", "SEK, SE", "NOK, NO", "PLN, PL", "TRY, TR", "USD, DE", "JPY, DE", "XAF, DE"
    })
    void holdsItsAccountWhereItsCurrencyIsPaidWith(String currency, String country) {
        assertThat(account(InventedCreditor.of("ACME", currency))).startsWith(country);
    }

    @Test
    void isTheSameEachTime() {
        assertThat(InventedCreditor.of("ACME", "EUR")).isEqualTo(InventedCreditor.of("ACME", "EUR"));
        assertThat(account(InventedCreditor.of("OTHER", "EUR")))
                .isNotEqualTo(account(InventedCreditor.of("ACME", "EUR")));
    }

    @ParameterizedTest
    @CsvSource({"ACME, ACME, acme.example", "_a.B-c_, _a.B-c_, a-b-c.example", "..., Beispiel ..., beispiel.example"})
    void belongsToNobody(String id, String name, String domain) {
        CreditorSettings invented = InventedCreditor.of(id, "EUR");
        assertThat(invented.name()).isEqualTo(name);
        assertThat(invented.email()).isEqualTo("service@" + domain);
        assertThat(invented.phone()).startsWith("+49 30 23125 ");
        assertThat(invented.city()).isEqualTo("Musterstadt");
        assertThat(account(invented).substring(4, 12)).isEqualTo("00000000");
    }

    private static String account(CreditorSettings invented) {
        var first = Objects.requireNonNull(invented.accounts()).get(0);
        return Objects.requireNonNull(Objects.requireNonNull(first).iban());
    }
}

package dev.kulanz.receivables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Refusal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditorSettingsTests {

    private static final Instant NOW = Instant.parse("2026-11-02T07:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example",
                "HTTP://shop.example:8080/pay?x=1#y",
                "www.shop.example",
                "shop.example/über-uns",
                "müller.example"
            })
    void takeAnAddressOfTheWeb(String website) {
        assertThat(with(website).toCreditor("SHOP", NOW, NOW).website()).isEqualTo(website);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "javascript:1",
                "data:text/html,x",
                "file:///etc/passwd",
                "//evil.example",
                "https://",
                "https:evil",
                "https://a b",
                "https://user:secret@evil.example",
                "http://a.example/<b>",
                "ftp://shop.example",
                "shop"
            })
    void takeNoOther(String website) {
        assertThatThrownBy(() -> with(website).toCreditor("SHOP", NOW, NOW))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::field)
                        .containsExactly("website"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE", "AT", "CH", "HK", "XK"})
    void takeACountryThatThereIs(String country) {
        assertThat(in(country).toCreditor("SHOP", NOW, NOW).country()).isEqualTo(country);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZ", "de", "Deutschland", "", "D", "XX"})
    void takeNoOtherCountry(String country) {
        assertThatThrownBy(() -> in(country).toCreditor("SHOP", NOW, NOW))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::field)
                        .containsExactly("country"));
    }

    private static CreditorSettings in(String country) {
        return new CreditorSettings("Shop", null, null, null, null, country, null, null, null, null, null, null, null);
    }

    /** Answers go to the address that people see. */
    @ParameterizedTest
    @ValueSource(strings = {"shop\u200b@shop.example", "ｓhop@shop.example", " shop@shop.example"})
    void keepTheAddressThatIsSeen(String email) {
        CreditorSettings settings = new CreditorSettings(
                "Sh\u00adop", null, null, null, null, null, email, null, null, null, null, null, null);

        assertThat(settings.toCreditor("SHOP", NOW, NOW).email()).isEqualTo("shop@shop.example");
        assertThat(settings.toCreditor("SHOP", NOW, NOW).name()).isEqualTo("Shop");
    }

    /** What is blank is not said. */
    @Test
    void keepNothingBlank() {
        Creditor kept = new CreditorSettings(
                        "Shop",
                        List.of(new CreditorSettings.AccountSettings("DE75512108001245126199", " ")),
                        " ",
                        "",
                        "\u00a0",
                        null,
                        " ",
                        "",
                        "",
                        " ",
                        null,
                        null,
                        null)
                .toCreditor("SHOP", NOW, NOW);

        assertThat(kept)
                .extracting(
                        Creditor::street,
                        Creditor::postcode,
                        Creditor::city,
                        Creditor::email,
                        Creditor::phone,
                        Creditor::website,
                        Creditor::legalNotice)
                .containsOnlyNulls();
        assertThat(kept.accounts()).extracting(Creditor.Account::name).containsOnlyNulls();
    }

    private static CreditorSettings with(String website) {
        return new CreditorSettings("Shop", null, null, null, null, null, null, null, website, null, null, null, null);
    }
}

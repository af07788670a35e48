package dev.kulanz.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a creditor has to say before anything is sent for it. */
class EssentialTests {

    private static final Instant NOW = Instant.parse("2026-11-02T07:00:00Z");
    private static final List<CreditorSettings.@Nullable AccountSettings> ACCOUNT =
            List.of(new CreditorSettings.AccountSettings("DE75512108001245126199", null));

    @ParameterizedTest
    @CsvSource({
        "Shop, Weg 1, 10115, Berlin, DE, a@shop.example, , ''",
        "Shop, Weg 1, 10115, Berlin, DE, , +49 30 1, ''",
        "Shop, Postfach 7, 1010, Wien, AT, , 01/234, ''",
        "店, 中央路 1, , 香港, HK, a@shop.example, , ''",
        "Shop, Weg 1, , Berlin, DE, a@shop.example, , ADDRESS",
        "Shop, , 10115, Berlin, DE, a@shop.example, , ADDRESS",
        "Shop, Weg 1, 10115, , DE, a@shop.example, , ADDRESS",
        "Shop, Weg 1, ' ', Berlin, DE, a@shop.example, , ADDRESS",
        "Shop, -, 10115, Berlin, DE, a@shop.example, , ADDRESS",
        "Shop, Weg 1, 10115, Berlin, DE, , , CONTACT",
        "Shop, Weg 1, 10115, Berlin, DE, ' ', ' ', CONTACT",
        "Shop, Weg 1, 10115, Berlin, DE, , none, CONTACT",
        "Shop, Weg 1, 10115, Berlin, DE, , 0, CONTACT",
        "Shop, Weg 1, 10115, Berlin, DE, , a1b2c3, CONTACT",
        "Shop, Weg 1, 10115, Berlin, DE, , Tel. 030 123 (Service), ''",
        "---, Weg 1, 10115, Berlin, DE, a@shop.example, , NAME",
        "---, , , , DE, , , NAME ADDRESS CONTACT",
    })
    void areAllThere(
            String name,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            String country,
            @Nullable String email,
            @Nullable String phone,
            String missing) {
        Creditor creditor = creditor(name, ACCOUNT, street, postcode, city, country, email, phone);

        assertThat(creditor.missing())
                .isEqualTo(Arrays.stream(missing.split(" "))
                        .filter(one -> !one.isEmpty())
                        .map(Essential::valueOf)
                        .toList());
    }

    @Test
    void areNotThereWithoutAnAccount() {
        assertThat(creditor("Shop", null, "Weg 1", "10115", "Berlin", "DE", "a@shop.example", null)
                        .missing())
                .containsExactly(Essential.ACCOUNT);
    }

    /** Whoever mends a creditor names what he looked at. */
    @Test
    void giveEachChangeAStampOfItsOwn() {
        Creditor one = creditor("Shop", ACCOUNT, "Weg 1", "10115", "Berlin", "DE", null, "030 123");
        Creditor other = creditor("Shop", ACCOUNT, "Weg 2", "10115", "Berlin", "DE", null, "030 123");

        assertThat(one.stamp()).isNotEqualTo(other.stamp());
        assertThat(one.differencesTo(other)).containsExactly("street");
        assertThat(creditor("Shop", ACCOUNT, "Weg 1", "10115", "Berlin", "DE", null, "030 123")
                        .stamp())
                .isEqualTo(one.stamp());
    }

    private static Creditor creditor(
            String name,
            @Nullable List<CreditorSettings.@Nullable AccountSettings> accounts,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            String country,
            @Nullable String email,
            @Nullable String phone) {
        return new CreditorSettings(
                        name, accounts, street, postcode, city, country, email, phone, null, null, null, null, null)
                .toCreditor("SHOP", NOW, NOW);
    }
}

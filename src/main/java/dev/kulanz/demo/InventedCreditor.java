package dev.kulanz.demo;

import dev.kulanz.receivables.CreditorSettings;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.iban4j.CountryCode;
import org.iban4j.Iban;
import org.iban4j.bban.BbanStructure;

/**
 * Whatever a file does not say of a creditor, made up so that everybody sees it: a town that is a pattern, a domain that nobody can
 * have (RFC 2606), a number that the Bundesnetzagentur keeps for films. For one id it is always the same.
 */
final class InventedCreditor {

    private static final int NUMBERS_FOR_FILMS = 1_000;

    private InventedCreditor() {}

    /** @param currency his account is held where it is paid with, or in Germany */
    static CreditorSettings of(String id, String currency) {
        String domain = domain(id);
        return new CreditorSettings(
                        id.matches(".*[A-Za-z0-9].*") ? id : "Beispiel " + id,
                        List.of(new CreditorSettings.AccountSettings(iban(id, currency), null)),
                        "Musterstraße 1",
                        "12345",
                        "Musterstadt",
                        "DE",
                        "service@" + domain,
                        "+49 30 23125 %03d".formatted(Math.floorMod(id.hashCode(), NUMBERS_FOR_FILMS)),
                        "https://" + domain,
                        "Sitz: Musterstadt · Alle Angaben sind für die Demo erfunden",
                        "de",
                        3,
                        null)
                .linkingTo("https://" + domain + "/datenschutz");
    }

    private static String domain(String id) {
        String name = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return (name.isEmpty() ? "beispiel" : name) + ".example";
    }

    /** Valid; in Germany of a bank that can't be. */
    private static String iban(String id, String currency) {
        CountryCode country = country(currency);
        Iban.Builder iban = new Iban.Builder(new Random(id.hashCode())).countryCode(country);
        return (country == CountryCode.DE ? iban.bankCode("00000000") : iban)
                .buildRandom()
                .toString();
    }

    /** The first two letters of most currencies are a country; the euro's are not. */
    private static CountryCode country(String currency) {
        CountryCode country = CountryCode.getByCode(currency.substring(0, 2));
        return country == null || BbanStructure.forCountry(country) == null ? CountryCode.DE : country;
    }
}

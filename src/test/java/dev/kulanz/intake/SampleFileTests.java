package dev.kulanz.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The sample that comes with the application is what it says: lifelike, without fault, and nobody's real data. */
@IntakeTest
class SampleFileTests {

    @Autowired
    private Portfolio portfolio;

    @BeforeEach
    void empty() {
        portfolio.emptied().withCreditor("lindenhof-versand");
    }

    @Test
    void goesInWithoutAWordOfComplaint() throws IOException {
        ImportResult result = imported(ImportOptions.CHANGES);

        assertThat(result.rejected()).isEmpty();
        assertThat(result.warnings()).isEmpty();
        assertThat(portfolio.count("debtor")).isBetween(190L, 210L);
        assertThat(portfolio.count("open_item")).isGreaterThan(portfolio.count("debtor"));
        assertThat(portfolio.count("debtor where type = 'BUSINESS'")).isBetween(30L, 80L);
        assertThat(portfolio.strings("select distinct language from debtor order by 1"))
                .containsExactly("de", "en", "pl", "tr");
        assertThat(portfolio.value(
                        "select min(open_amount) || ' to ' || max(open_amount) from item_balance", String.class))
                .isEqualTo("8.90 to 12400.00");
    }

    @Test
    void leadsToContactsOnEveryDayOfTheWeekButSunday() throws IOException {
        ImportResult result = imported(ImportOptions.DRY_RUN);

        assertThat(Objects.requireNonNull(result.contacts()))
                .hasSizeBetween(100, 200)
                .extracting(UpcomingContact::date)
                .isSorted()
                .contains(IntStream.rangeClosed(1, 6)
                        .mapToObj(LocalDate.of(2026, 11, 22)::plusDays)
                        .toArray(LocalDate[]::new))
                .doesNotContain(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 29));
    }

    @Test
    void writesToNobodyWhoExists() throws IOException {
        imported(ImportOptions.CHANGES);

        assertThat(portfolio.strings("select value from contact_point where kind = 'EMAIL'"))
                .allMatch(address -> address.matches(".+@([a-z0-9-]+\\.)?example\\.(com|org|net)"));
        // Ranges that the regulator keeps free for films (Bundesnetzagentur, "Drama numbers")
        assertThat(portfolio.strings("select value from contact_point where kind <> 'EMAIL'"))
                .isNotEmpty()
                .allMatch(number -> number.matches(
                        "\\+49(3023125\\d{3}|6990009\\d{3}|4066969\\d{3}|2214710\\d{3}|8999998\\d{3}|17139200\\d{2}"
                                + "|17604069\\d{3})"));
    }

    private ImportResult imported(ImportOptions options) throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/demo/sample-open-items.csv"))) {
            return portfolio.imported(in.readAllBytes(), options, CreditorScope.ALL);
        }
    }
}

package dev.kulanz.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.kulanz.shared.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountReadingTests {

    private final List<Said> remarks = new ArrayList<>();

    private String read(AmountReading reading, String written, String currency) throws Unreadable {
        return reading.canonical(written, new Beside() {
            @Override
            public String country() {
                return "DE";
            }

            @Override
            public String field(Column column) {
                return currency;
            }

            @Override
            public void remark(Said said) {
                remarks.add(said);
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,50+ | EUR | 12.50",
                "12,50 € + | EUR | 12.50",
                "+12,50 | EUR | 12.50",
                "+120,- | EUR | 120.00",
                "120,-- + | EUR | 120.00",
                "(EUR 12,50) | EUR | (12,50)",
                "( 12,50 EUR ) | EUR | (12,50)",
                "(€12,50) | EUR | (12,50)",
                "1,200円 | JPY | 1200",
                "¥1,200 | JPY | 1200",
                "88元 | CNY | 88",
            })
    void readsSignsAndCurrenciesOnEitherSide(String written, String currency, String expected) throws Unreadable {
        assertThat(read(AmountReading.OTHER, written, currency))
                .isEqualTo(AmountReading.OTHER.canonical(expected))
                .isEqualTo(read(AmountReading.OWED, written, currency));
        assertThat(remarks).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,50 H | -12.50",
                "12,50H | -12.50",
                "H 12,50 | -12.50",
                "H12,50 | -12.50",
                "Haben EUR 12,50 | -12.50",
                "12,50 EUR H | -12.50",
                "12,50 € H | -12.50",
                "Cr. 12.50 | -12.50",
                "S 12,50 | 12.50",
                "12,50 € Soll | 12.50",
                "Dr 12.50 | 12.50",
            })
    void readsTheSideOnEitherSideAndSaysSo(String written, String expected) throws Unreadable {
        assertThat(read(AmountReading.OWED, written, "EUR")).isEqualTo(expected);
        assertThat(remarks).extracting(Said::key).containsExactly("import.amount.side");
        assertThatThrownBy(() -> read(AmountReading.OTHER, written, "EUR")).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-12,50+", "+12,50-", "H -12,50", "-12,50 H", "H 12,50 H", "S 12,50 H", "H", "(H 12,50)", "((12,50))",
                        "12,50 CHF H",
                "H CHF 12,50", "(CHF 12,50)", "1,200円", "12,50 CHF", "+", "()", "( )", "12,50 EURH", "HUF 12,50",
                        "SEK12,50"
            })
    void refusesTwoSignsAndOtherCurrencies(String written) {
        assertThatThrownBy(() -> read(AmountReading.OWED, written, "EUR")).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"HUF 12,50 | HUF", "12,50 CHF | CHF", "SEK12,50 | SEK", "12,50 CHF | CHF", "HRK 12,50 | HRK"})
    void takesNoCurrencyForASide(String written, String currency) throws Unreadable {
        assertThat(read(AmountReading.OWED, written, currency)).isEqualTo("12.50");
        assertThat(remarks).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "(", "H", "H ", "€", "-", "+", "1 ", "A€", "(1"})
    void isNotHeldUpByHugeFields(String part) {
        String huge = part.repeat(100_000 / part.length());
        assertTimeout(Duration.ofSeconds(5), () -> assertThatThrownBy(() -> read(AmountReading.OWED, huge, "EUR"))
                .isInstanceOf(Unreadable.class));
    }

    @ParameterizedTest
    @CsvSource({
        "'-12..50', true", "'12..50-', true", "'(12..50)', true", "'(EUR 12..50)', true", "'12..50 EUR -', true",
        "'12..50 H', true", "'100.00 (brutto)', false", "'1OO,--', false", "'12,50,-', false", "'12..50 S', false"
    })
    void seesTheSignOfWhatIsNoAmount(String written, boolean isCredit) {
        assertThat(AmountReading.hasCreditSign(written)).isEqualTo(isCredit);
    }
}

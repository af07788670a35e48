package dev.kulanz.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An amount has as many decimals as its currency, wherever it is shown. */
class CurrencyFormatTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12500.00 | JPY | 12.500 ¥   | JP¥12,500   | 12500    | 12500
            12500.00 | KRW | 12.500 ₩   | ₩12,500     | 12500    | 12500
            12500.00 | CLP | 12.500 CLP | CLP12,500   | 12500    | 12500
            12500.00 | HUF | 12.500,00 HUF | HUF12,500.00 | 12500,00 | 12500.00
            1234.50  | EUR | 1.234,50 € | €1,234.50   | 1234,50  | 1234.50
            0        | JPY | 0 ¥        | JP¥0        | 0        | 0
            -7       | EUR | -7,00 €    | -€7.00      | -7,00    | -7.00
            """)
    void followTheCurrency(
            BigDecimal amount, String currency, String german, String english, String typed, String plain) {
        assertThat(new LocalFormat(Locale.GERMAN).money(amount, currency).replace('\u00a0', ' '))
                .isEqualTo(german);
        assertThat(new LocalFormat(Locale.ENGLISH).money(amount, currency).replace('\u00a0', ' '))
                .isEqualTo(english);
        assertThat(new LocalFormat(Locale.GERMAN).typed(amount, currency)).isEqualTo(typed);
        assertThat(Amounts.plain(amount, currency)).isEqualTo(plain);
    }

    /** What the books have all the same is told as it is, never rounded away. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12500.50 | JPY | 12.500,5 ¥ | 12500.5
            0.01     | KRW | 0,01 ₩     | 0.01
            """)
    void hideNothingThatIsOwed(BigDecimal amount, String currency, String german, String plain) {
        assertThat(new LocalFormat(Locale.GERMAN).money(amount, currency).replace('\u00a0', ' '))
                .isEqualTo(german);
        assertThat(Amounts.plain(amount, currency)).isEqualTo(plain);
    }

    /** The currency stands beside them already. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1234.50 | 1.234,50 | 1,234.50
            40      | 40       | 40
            -0.005  | -0,005   | -0.005
            """)
    void keepTheirDecimalsInASentence(BigDecimal amount, String german, String english) {
        assertThat(new LocalFormat(Locale.GERMAN).amount(amount)).isEqualTo(german);
        assertThat(new LocalFormat(Locale.ENGLISH).amount(amount)).isEqualTo(english);
    }
}

package dev.kulanz.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenAmountTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1234.5|1234.5",
                "1.234,50|1234.50",
                "1,234.50|1234.50",
                "1'234.50|1234.50",
                "1’234’567,5|1234567.5",
                "1 234,50|1234.50",
                "1\u00a0234,50|1234.50",
                "1\u202f234|1234",
                "12 345 678.90|12345678.90",
                "1.234.567|1234567",
                "12,34,567.00|1234567.00",
                "1,23,456|123456",
                "120,-|120.00",
                "1.000,-|1000.00",
                "1'000.--|1000.00",
                "120,–|120.00",
                "-8.90|-8.90",
                "- 8,90|-8.90",
                "−8,90|-8.90",
                "–8,90|-8.90",
                "1.000,00-|-1000.00",
                "8,90 -|-8.90",
                "8.90−|-8.90",
                "(1.000,00)|-1000.00",
                "( 5 )|-5",
                "-1'234.50|-1234.50",
                "-1.000,-|-1000.00"
            })
    void readsWhatCanBeReadInOneWay(String written, String number) {
        assertThat(WrittenAmount.canonical(written)).contains(number);
        assertThat(WrittenAmount.isDoubtful(written)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "1,234", "-1.234", "1,234-", "(1.234)", "12.345"})
    void doesNotGuess(String written) {
        assertThat(WrittenAmount.canonical(written)).isEmpty();
        assertThat(WrittenAmount.isDoubtful(written)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "()",
                "--5",
                "-5-",
                "(-5)",
                "5--",
                "1 23",
                "1'23",
                "1 2345",
                "1'234 567",
                "12,34.56",
                "1.23.456",
                "5-7",
                "1e5",
                "EUR",
                "٣",
                "120,",
                ",50",
                "1 234 5"
            })
    void refusesTheRest(String written) {
        assertThat(WrittenAmount.canonical(written)).isEmpty();
    }
}

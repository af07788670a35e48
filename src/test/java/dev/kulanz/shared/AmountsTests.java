package dev.kulanz.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e99999999999",
                "1e-99999999999",
                "1e2147483648",
                "1e2147483647",
                "-1e-2147483647",
                "1e150000000",
                "1000000000000",
                "0.0000000000000000000000000000001"
            })
    void areNotReadWhereTheyAreTooLong(String written) {
        assertThat(Amounts.read(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-12.50", "1e3", "999999999999.99", "0.123"})
    void areReadElse(String written) {
        assertThat(Amounts.read(written)).isPresent();
    }
}

package dev.kulanz.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectionFeeTests {

    @ParameterizedTest
    @CsvSource({
        "8.90, 34.02",
        "50.00, 34.02",
        "50.01, 55.62",
        "500.00, 55.62",
        "500.01, 100.44",
        "1000, 100.44",
        "2000, 178.40",
        "5000, 339.05"
    })
    void isWhatTheLawAllowsAtMost(BigDecimal claim, BigDecimal most) {
        assertThat(CollectionFee.most(claim, false)).contains(most);
    }

    @Test
    void isNotKnownForLargeClaims() {
        assertThat(CollectionFee.most(new BigDecimal("10000.01"), false)).isEmpty();
    }
}

package dev.kulanz.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.agreements.PromiseReach.Asked;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a share of what is open on a promise rests the case, below that what it pays in full, the oldest first. */
class PromiseReachTests {

    private static List<Asked> asked(String amounts) {
        return Arrays.stream(amounts.split(" "))
                .map(amount -> new Asked(new UUID(0, amount.hashCode()), new BigDecimal(amount)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "10.00, 5106.00, 25, NOTHING, 0",
        "1276.49, 5106.00, 25, NOTHING, 0",
        "1276.50, 5106.00, 25, CASE, 0", // a quarter to the cent
        "5106.00, 5106.00, 100, CASE, 0",
        "5105.99, 5106.00, 100, NOTHING, 0",
        "0.01, 5106.00, 0, CASE, 0", // the rule asks for no share
        "0.01, 0.01, 25, CASE, 0",
        "10.00, 10.00 96.00, 25, ITEMS, 1",
        "9.99, 10.00 96.00, 25, NOTHING, 0",
        "19.99, 10.00 10.01 96.00, 25, ITEMS, 1",
        "20.01, 10.00 10.01 96.00, 25, ITEMS, 2",
        "20.00, 96.00 10.00 10.01, 25, NOTHING, 0", // a payment would go to the oldest
        "0.25, 1.01, 25, NOTHING, 0", // a share is rounded up to the cent
        "0.26, 1.01, 25, CASE, 0",
        "250, 1000, 25, CASE, 0" // of yen
    })
    void restsWhatItReaches(BigDecimal promised, String open, int share, Promise.Rests rests, int items) {
        PromiseReach reach = PromiseReach.of(promised, asked(open), share);
        assertThat(reach.rests()).isEqualTo(rests);
        assertThat(reach.items())
                .isEqualTo(asked(open).stream().limit(items).map(Asked::id).toList());
    }

    @Test
    void restsTheCaseWhereNothingIsAskedForBesides() {
        assertThat(PromiseReach.of(new BigDecimal("1.00"), List.of(), 25).rests())
                .isEqualTo(Promise.Rests.CASE);
    }
}

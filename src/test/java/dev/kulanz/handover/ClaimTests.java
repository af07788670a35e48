package dev.kulanz.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is handed over, and how people are told of it. */
class ClaimTests {

    @Test
    void isNamedByItsInvoiceAndAsThePartThatItIs() {
        assertThat(claim(null, false).named()).isEqualTo("R-1");
        assertThat(claim(3, true).named()).isEqualTo("R-1, instalment / Rate 3");
        assertThat(claim(null, true).named()).isEqualTo("R-1, due / fällig 2026-11-10");
    }

    private static Claim claim(@Nullable Integer instalment, boolean part) {
        return new Claim(
                UUID.randomUUID(),
                "R-1",
                instalment,
                part,
                null,
                LocalDate.parse("2026-11-10"),
                "INVOICE",
                false,
                "OTHER",
                null,
                null,
                null,
                BigDecimal.TEN,
                BigDecimal.TEN,
                false,
                false,
                false,
                null,
                false,
                false,
                null);
    }
}

package dev.kulanz.demo;

import dev.kulanz.demo.Temper.Deed;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a debtor of the sample has made up his mind to do; he has one thing in mind for each of his cases.
 *
 * @param amount in major units; null: what is open then
 */
record Intent(
        String caseNumber,
        LocalDate onDay,
        Deed deed,
        @Nullable BigDecimal amount) {}

package dev.kulanz.receivables;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Terms and the day from which cases get them.
 *
 * @param from null: from the beginning
 */
record DatedTerms(@Nullable LocalDate from, @JsonUnwrapped Terms terms) {}

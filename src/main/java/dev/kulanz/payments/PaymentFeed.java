package dev.kulanz.payments;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a creditor's payments are known.
 *
 * @param rhythm they are reported every so many bank days; 0: no report is expected
 * @param seenUntil all payments of this day and before are known; null: nothing was reported yet
 * @param freshUntil the last day on which that is new enough to ask for money
 * @param stale it is too old: nobody is asked
 */
public record PaymentFeed(
        String creditorId,
        int rhythm,
        @Nullable LocalDate seenUntil,
        @Nullable LocalDate freshUntil,
        @JsonProperty("stale") boolean stale) {}

package dev.kulanz.cases;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the case list. Amounts in major units of the currency. */
public record CaseSummary(
        UUID id,
        String number,
        DunningCase.Status status,
        int round,
        @Nullable String step,
        String creditorId,
        String debtorId,
        String debtorName,
        String currency,
        BigDecimal openAmount,
        int openItems,
        @Nullable LocalDate oldestDueDate,
        String paymentReference,
        boolean blocked,
        @Nullable LocalDate followUpOn,
        @Nullable String followUpReason,
        Instant openedAt) {}

package dev.kulanz.handover;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open item as the agency would get it, and what is known of it.
 *
 * @param instalment the number that the creditor gave this part of its invoice; null: none
 * @param part whether it is one of several parts of its invoice, or has a number
 * @param openAmount in major units
 * @param principalIsRest whether its amount is what the creditor said is left of it: what was paid before is not known
 * @param noticed whether the debtor was told of it in a Mahnung
 * @param noticeProved the same, by letter or with a proved receipt
 * @param finalDeadline the last day to pay that a final notice gave
 */
public record Claim(
        UUID id,
        String invoiceId,
        @Nullable Integer instalment,
        boolean part,
        @Nullable LocalDate invoiceDate,
        LocalDate dueDate,
        String dueDateSource,
        boolean defaultNotice,
        String kind,
        @Nullable String contractId,
        @Nullable LocalDate contractDate,
        @Nullable String subject,
        BigDecimal originalAmount,
        BigDecimal openAmount,
        boolean principalIsRest,
        boolean noticed,
        boolean noticeProved,
        @Nullable Instant noticedAt,
        boolean finalNoticed,
        boolean finalNoticeProved,
        @Nullable LocalDate finalDeadline) {

    /** Its invoice, and which part of it it is, if it is one. */
    String named() {
        if (!part) {
            return invoiceId;
        }
        return instalment == null
                ? invoiceId + ", due / fällig " + dueDate
                : invoiceId + ", instalment / Rate " + instalment;
    }

    /** How many of the two required notices the debtor was never sent. */
    int missingNotices() {
        return (noticed ? 0 : 1) + (finalNoticed ? 0 : 1);
    }

    /** How many of the notices that he was sent are not proved. */
    int unprovedNotices() {
        return (noticed && !noticeProved ? 1 : 0) + (finalNoticed && !finalNoticeProved ? 1 : 0);
    }

    /** Whether it had both notices, with proof: only such items are handed over. */
    public boolean isReady() {
        return noticeProved && finalNoticeProved;
    }

    /** Names of fields that the agency needs for its first letter (§ 13a I RDG) and that are not known. */
    List<String> missingFields() {
        List<String> missing = new ArrayList<>();
        if (contractDate == null) {
            missing.add("contractDate");
        }
        if (subject == null || subject.isBlank()) {
            missing.add("subject");
        }
        if (invoiceDate == null) {
            missing.add("invoiceDate");
        }
        return missing;
    }

    /** Since when the debtor is in default (§ 286 BGB); null: not yet. */
    @Nullable LocalDate defaultSince(java.time.ZoneId zone) {
        return switch (defaultGround()) {
            case "CONTRACT_DATE" -> dueDate.plusDays(1);
            case "DEFAULT_NOTICE" -> dueDate.plusDays(31);
            default ->
                noticedAt == null ? null : LocalDate.ofInstant(noticedAt, zone).plusDays(1);
        };
    }

    /** Why he is: a date in the contract (II no. 1), thirty days after due date and invoice (III), or a Mahnung (I 1). */
    String defaultGround() {
        return dueDateSource.equals("CONTRACT") ? "CONTRACT_DATE" : defaultNotice ? "DEFAULT_NOTICE" : "MAHNUNG";
    }
}

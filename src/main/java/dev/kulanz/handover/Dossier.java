package dev.kulanz.handover;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the agency gets of a case: all that it needs for its first letter (§ 13a I RDG) and to hold with the claim. The
 * JSON of it is described in {@code src/docs/handover-dossier.md}. Amounts in major units of {@code currency}.
 *
 * @param schema name and version of this shape
 * @param reference how both sides call the hand-over
 * @param stage PRE_COURT: no title exists
 * @param disputed whether the debtor disputes anything; such a case is not handed over
 */
record Dossier(
        String schema,
        String reference,
        String caseNumber,
        int round,
        Instant handedOverAt,
        String stage,
        String releasedBy,
        @Nullable String confirmedBy,
        Client client,
        Debtor debtor,
        String currency,
        Totals totals,
        boolean disputed,
        List<PrincipalClaim> claims,
        List<Reminder> reminders,
        List<Payment> payments) {

    static final String SCHEMA = "kulanz-handover/1";

    /** @param inputTaxDeductible whether the client can deduct VAT (§ 13a I no. 6 RDG); null: not recorded */
    record Client(
            String id,
            String name,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            String country,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String legalNotice,
            @Nullable String iban,
            @Nullable Boolean inputTaxDeductible) {}

    /** @param addressSource CLIENT_RECORDS: as the debtor gave it; it was not traced (§ 13a I no. 7 RDG) */
    record Debtor(
            String id,
            String type,
            String name,
            @Nullable String salutation,
            @Nullable String contactName,
            @Nullable LocalDate birthDate,
            String language,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            String country,
            String addressSource,
            List<String> contactPoints) {}

    record Totals(BigDecimal principal, BigDecimal payments, BigDecimal dunningCosts, BigDecimal outstanding) {}

    /**
     * @param instalment the number that the creditor gave this part of its invoice; null: none
     * @param paid of the principal
     * @param outstanding what is owed now, and the base of the interest
     * @param principalIsRest the principal is what the client said was left of the invoice; what was paid of it before is not
     *     among {@code paid}
     */
    record PrincipalClaim(
            String invoiceId,
            @Nullable Integer instalment,
            @Nullable LocalDate invoiceDate,
            String kind,
            @Nullable String contractId,
            @Nullable LocalDate contractDate,
            @Nullable String subject,
            LocalDate dueDate,
            String dueDateSource,
            @Nullable LocalDate defaultSince,
            String defaultGround,
            BigDecimal principal,
            BigDecimal paid,
            BigDecimal outstanding,
            boolean principalIsRest,
            Interest interest) {}

    /**
     * How interest is to be reckoned; none is claimed by us.
     *
     * @param pointsOverBaseRate § 288 BGB: 5 for consumers (I), 9 between businesses (II)
     */
    record Interest(BigDecimal base, @Nullable LocalDate from, int pointsOverBaseRate, String ground) {}

    /**
     * A demand that the debtor got.
     *
     * @param proof LETTER_SENT, RECEIPT_PROVED or SENT
     * @param invoices which invoices it was about
     * @param items the same, with what tells the parts of one apart
     */
    record Reminder(
            LocalDate date,
            String step,
            String channel,
            @Nullable String recipient,
            @Nullable LocalDate payBy,
            @Nullable BigDecimal amount,
            String proof,
            List<String> invoices,
            List<Item> items) {}

    /** @param item of which invoice, or part of it, it is */
    record Payment(LocalDate valueDate, String invoiceId, Item item, BigDecimal amount, String kind) {}

    /**
     * An invoice, or a part of one.
     *
     * @param instalment the number that the creditor gave the part; null: none
     * @param dueDate of a part; null for an invoice that is due at once
     */
    record Item(
            String invoiceId,
            @Nullable Integer instalment,
            @Nullable LocalDate dueDate) {}
}

package dev.kulanz.voice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the assistant knows when it calls.
 *
 * @param callBack the creditor's phone number; null: not known
 * @param birthYear the debtor's, to make sure that it is he; null: not known
 * @param references his customer number and the numbers of what is open, by which he may prove who he is instead
 * @param amount what is owed in all, in major units
 * @param oldest the oldest open item
 * @param invoices how many are open, in whole or in part
 * @param parts how many parts of the oldest one's invoice are open, if that falls due in parts; else 0
 * @param askedBy until when he was asked to pay before; null: he was not
 * @param latest the last day that may be promised; null: nothing may be promised any more
 */
record Briefing(
        Locale language,
        String creditor,
        @Nullable String callBack,
        String debtor,
        @Nullable Integer birthYear,
        Set<String> references,
        BigDecimal amount,
        String currency,
        Oldest oldest,
        int invoices,
        int parts,
        @Nullable LocalDate askedBy,
        LocalDate today,
        @Nullable LocalDate latest) {

    /** An invoice and when it was due. */
    record Oldest(String invoice, LocalDate due) {}

    /** Whether what was said proves that it is the debtor: his year of birth, or else one of the numbers. */
    boolean isProvedBy(String said) {
        if (birthYear != null) {
            return List.of(said.split("\\D+")).contains(String.valueOf(birthYear));
        }
        String heard = bare(said);
        return references.stream().map(Briefing::bare).anyMatch(number -> !number.isEmpty() && heard.contains(number));
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]", "");
    }
}

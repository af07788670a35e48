package dev.kulanz.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file.
 *
 * @param accepted rows that created or changed something
 * @param unchanged rows that said what was known already
 * @param rejected why rows were refused, by line, the first {@value Findings#LIMIT}
 * @param rejectedRows how many rows were refused in all
 * @param warnings what was left out or read otherwise in rows that were taken, by line, the first {@value Findings#LIMIT}
 * @param warningsTotal how many warnings there are in all
 * @param cleared items that a snapshot no longer named and that were cleared
 * @param credits rows that are credit notes, among those that were taken
 * @param creditsEnded credit notes that a snapshot no longer named and that ended
 * @param contacts dry run only: who would be contacted within seven days, by day, the first {@value Findings#LIMIT}
 * @param contactDays dry run only: all of these by day and currency
 * @param contactsTotal dry run only: how many these are in all
 * @param hint something to know about the file as a whole
 * @param waiting dry run only: who would not be contacted as he owes too little, the first {@value Findings#LIMIT}
 * @param waitingTotal dry run only: how many these are in all
 * @param effect dry run only: what of these messages is because of the file, and what it prevents
 * @param reading in which encoding it was read, if it is not UTF-8
 * @param creditors those of the file that are new, or for whom nothing is sent as they are not complete, the first
 *     {@value Findings#LIMIT}
 */
public record ImportResult(
        UUID importId,
        long accepted,
        long unchanged,
        List<RowMessage> rejected,
        long rejectedRows,
        List<RowMessage> warnings,
        long warningsTotal,
        long cleared,
        long credits,
        long creditsEnded,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<UpcomingContact> contacts,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<UpcomingDay> contactDays,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long contactsTotal,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String hint,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<WaitingDebtor> waiting,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long waitingTotal,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FileReading reading,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FileEffect effect,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<NamedCreditor> creditors) {

    /** Knows more to warn of, rows by line. */
    ImportResult warnedOf(List<RowMessage> more) {
        List<RowMessage> all = Stream.concat(warnings.stream(), more.stream())
                .sorted(Comparator.comparingLong(RowMessage::line))
                .limit(Findings.LIMIT)
                .toList();
        return new ImportResult(
                importId,
                accepted,
                unchanged,
                rejected,
                rejectedRows,
                all,
                warningsTotal + more.size(),
                cleared,
                credits,
                creditsEnded,
                contacts,
                contactDays,
                contactsTotal,
                hint,
                waiting,
                waitingTotal,
                reading,
                effect,
                creditors);
    }
}

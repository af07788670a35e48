package dev.kulanz.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A block (Mahnsperre) that concerns a case: the whole of it, one of its items, or all that its person owes.
 *
 * @param caseId the case that is looked at
 * @param openItemId the blocked item; null: the whole case, or the person
 * @param ofPerson whether it holds for the person, and so for all his cases
 * @param until the last blocked day; null: until it is lifted
 */
public record CaseBlock(
        UUID id,
        UUID caseId,
        @Nullable UUID openItemId,
        boolean ofPerson,
        BlockReason reason,
        Instant fromAt,
        @Nullable LocalDate until,
        String source,
        @Nullable String note,
        String placedBy) {

    public enum Scope {
        CASE,
        ITEM,
        /** All cases of the debtor, in all currencies, also those to come. */
        PERSON
    }

    public Scope scope() {
        if (ofPerson) {
            return Scope.PERSON;
        }
        return openItemId == null ? Scope.CASE : Scope.ITEM;
    }

    /** Whether nothing of the case is asked for, and not only one of its items is left out. */
    public boolean isOfWholeCase() {
        return openItemId == null;
    }
}

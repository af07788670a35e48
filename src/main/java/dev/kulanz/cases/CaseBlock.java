package dev.kulanz.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A block (Mahnsperre) on a case or on one of its items.
 *
 * @param openItemId the blocked item; null: the whole case
 * @param until the last blocked day; null: until it is lifted
 */
public record CaseBlock(
        UUID id,
        UUID caseId,
        @Nullable UUID openItemId,
        BlockReason reason,
        Instant fromAt,
        @Nullable LocalDate until,
        String source,
        @Nullable String note,
        String placedBy) {

    public enum Scope {
        CASE,
        ITEM
    }

    public Scope scope() {
        return openItemId == null ? Scope.CASE : Scope.ITEM;
    }
}

package dev.kulanz.access;

import dev.kulanz.shared.CreditorId;
import dev.kulanz.shared.Refusal;
import java.util.Set;

/**
 * Which creditors somebody may see. In SQL: {@code (:allCreditors or creditor_id = any(:creditors))}.
 *
 * @param all every creditor, also those made later; {@code ids} is then empty
 */
public record CreditorScope(boolean all, Set<String> ids) {

    /** Everything: for work the system does by itself. */
    public static final CreditorScope ALL = new CreditorScope(true, Set.of());

    public CreditorScope {
        ids = Set.copyOf(ids);
    }

    public boolean allows(String creditorId) {
        return all || ids.contains(creditorId);
    }

    /** Throws {@link Refusal} if one of the ids can't be that of a creditor. */
    public void requireIds() {
        if (!ids.stream().allMatch(CreditorId::isOne)) {
            throw Refusal.unacceptable("creditors", CreditorId.WRITTEN);
        }
    }

    /** The ids for an SQL array parameter. */
    public String[] idArray() {
        return ids.toArray(String[]::new);
    }
}

package dev.kulanz.access;

import dev.kulanz.shared.Refusal;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which creditors somebody may see. In SQL: {@code (:allCreditors or creditor_id = any(:creditors))}.
 *
 * @param all every creditor, also those made later; {@code ids} is then empty
 */
public record CreditorScope(boolean all, Set<String> ids) {

    /** Everything: for work the system does by itself. */
    public static final CreditorScope ALL = new CreditorScope(true, Set.of());

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,60}");

    public CreditorScope {
        ids = Set.copyOf(ids);
    }

    public boolean allows(String creditorId) {
        return all || ids.contains(creditorId);
    }

    /** Throws {@link Refusal} if one of the ids can't be that of a creditor. */
    public void requireIds() {
        ids.stream().filter(id -> !ID.matcher(id).matches()).findFirst().ifPresent(id -> {
            throw Refusal.unacceptable("creditors", "This can't be the id of a creditor.");
        });
    }

    /** The ids for an SQL array parameter. */
    public String[] idArray() {
        return ids.toArray(String[]::new);
    }
}

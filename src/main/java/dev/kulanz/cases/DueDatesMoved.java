package dev.kulanz.cases;

import java.util.Collection;
import java.util.UUID;

/**
 * The due dates of these items moved, in whichever direction: what was told of them before the new ones no longer counts, or
 * counts again. Told within the transaction that holds the locks of their accounts.
 */
public record DueDatesMoved(Collection<UUID> itemIds) {}

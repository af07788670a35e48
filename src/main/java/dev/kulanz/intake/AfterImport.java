package dev.kulanz.intake;

import java.util.Collection;
import java.util.UUID;

/** Is told what changed. */
interface AfterImport {

    /**
     * New items, other amounts, other due dates, payments, cleared items, blocks and promises from elsewhere; never empty.
     * Within the transaction of the import, which holds the accounts' locks.
     */
    void accountsChanged(Collection<UUID> accountIds);

    /**
     * Blocks that hold for persons and are new, or end at another day; never empty. Not in a dry run, and within the
     * transaction, which holds the debtors' locks.
     */
    void personsBlocked(Collection<UUID> blockIds);

    /** The same of blocks that have ended. */
    void personsFreed(Collection<UUID> blockIds);

    /** In a dry run, which is rolled back: all that changed; what holds their items back does so. Never empty. */
    default void accountsLookedAt(Collection<UUID> accountIds) {}

    /** In a dry run, which is rolled back: accounts with blocks or promises; never empty. */
    void accountsTried(Collection<UUID> accountIds);

    /** All that is open of these creditors is known now; never empty. Not in a dry run, and within the transaction. */
    default void completeListTaken(Collection<String> creditorIds) {}

    /** The import is kept: what takes long can be done now, and if it fails, later. */
    void committed();

    /** These items are due on another day; never empty. Not in a dry run, and within the transaction. */
    void dueDatesMoved(Collection<UUID> itemIds);

    /** Items of these accounts were reminded elsewhere; never empty. Not in a dry run, and within the transaction. */
    void remindersTakenOver(Collection<UUID> accountIds);
}

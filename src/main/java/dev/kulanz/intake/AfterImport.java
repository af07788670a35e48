package dev.kulanz.intake;

import java.util.Collection;
import java.util.UUID;

/** Is told, within the transaction of the import, what changed. */
interface AfterImport {

    /**
     * New items, other amounts, other due dates, payments, cleared items, blocks and promises from elsewhere; never empty.
     * In a dry run only accounts with blocks or promises, which are tried and rolled back.
     */
    void accountsChanged(Collection<UUID> accountIds);

    /** Items of these accounts were reminded elsewhere; never empty. Not in a dry run. */
    void remindersTakenOver(Collection<UUID> accountIds);
}

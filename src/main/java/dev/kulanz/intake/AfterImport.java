package dev.kulanz.intake;

import java.util.Collection;
import java.util.UUID;

/** Is told, within the transaction of the import, which accounts owe something else than before. Not in a dry run. */
interface AfterImport {

    /** New items, other amounts, other due dates, payments, cleared items; never empty. */
    void accountsChanged(Collection<UUID> accountIds);
}

package dev.kulanz.intake;

import dev.kulanz.receivables.CreditorSettings;

/** Knows what to keep of creditors that a file names and that are not there. Where nobody does, their rows are refused. */
public interface NewCreditors {

    /**
     * All that messages need of it.
     *
     * @param currency in which most rows of the file owe it money
     */
    CreditorSettings named(String id, String currency);
}

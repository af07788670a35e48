package dev.kulanz.cases;

import dev.kulanz.shared.Said;

/**
 * What stands behind a block and ends with it: a promise, somebody's task, a representation.
 *
 * @param standing what it is, and what the debtor was told of it, with the days
 * @param ending what becomes of it when the block is lifted
 * @param asksAgain whether demands may follow then; false: a person decides first
 */
public record Matter(Said standing, Said ending, boolean asksAgain) {

    /** Demands may follow when it has ended. */
    public Matter(Said standing, Said ending) {
        this(standing, ending, true);
    }
}

/**
 * Files of open items come in: a verdict per row, good rows go in although others are bad, the same file twice changes nothing.
 *
 * <p>A file is read in steps: its encoding ({@code TextCheck}), its columns ({@code Header}), each field from what somebody
 * wrote to one form ({@code Texts}, then the column's {@code Reading}), each row by itself ({@code RowCheck}), and all rows
 * against each other and against what is kept ({@code Verdicts}). What can be read in one way only is read and remarked; what
 * nobody can tell is refused.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "access", "receivables", "cases"})
package dev.kulanz.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

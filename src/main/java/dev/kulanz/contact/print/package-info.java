/**
 * The room of print: which letters our fonts have, how they are put side by side, and what of a text can't be shown.
 * Knows nothing of contacts; who has something to print asks {@link dev.kulanz.contact.Print}.
 */
@NullMarked
package dev.kulanz.contact.print;

import org.jspecify.annotations.NullMarked;

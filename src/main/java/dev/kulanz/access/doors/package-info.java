/**
 * What stands before the pages and APIs in the web server: how much may be sent, who is believed about where a caller comes
 * from, and that browsers keep our cookies to TLS.
 */
@NullMarked
package dev.kulanz.access.doors;

import org.jspecify.annotations.NullMarked;

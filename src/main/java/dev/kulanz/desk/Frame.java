package dev.kulanz.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param user what colleagues call who is logged in
 * @param mayAct may change something; else he only reads
 * @param mayRelease may let sending go on after a backup was restored
 * @param managesUsers sees the page of users
 * @param usesTasklist may open the engine's Tasklist
 * @param usesCockpit may open the engine's Cockpit
 * @param time null outside the demo
 * @param filled percent of the sample portfolio; null when it is filled, or outside the demo
 */
record Frame(
        String user,
        boolean mayAct,
        boolean mayRelease,
        boolean managesUsers,
        boolean usesTasklist,
        boolean usesCockpit,
        @Nullable TimeBar time,
        @Nullable Integer filled,
        boolean fillFailed) {

    /** The time machine's bar. */
    record TimeBar(Instant now, boolean travelling) {}
}

package dev.kulanz.journey;

import java.time.LocalTime;

/**
 * Work that a module above the journey has to do once a day of business time. One node does it, within a transaction that holds
 * its turn; what fails is due as before, and is tried again.
 */
public interface DailyWork {

    /** Its name in the table of what recurs; for good. */
    String name();

    /** When, in {@link dev.kulanz.shared.BusinessClock#ZONE}. */
    LocalTime at();

    void run();
}

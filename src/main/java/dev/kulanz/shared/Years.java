package dev.kulanz.shared;

import java.time.LocalDate;

/** Days that a calendar on a wall could have; asked wherever a day comes in. */
public final class Years {

    /** What to tell where {@link #holds} says no. */
    public static final Said WRITTEN = Said.of("year", "A year has four digits and is 1900 or later.");

    /** What to tell where {@link #isFar} says yes. */
    public static final Said FAR = Said.of("year.far", "Please give a day within the next ten years.");

    private static final int FIRST = 1900;
    private static final int LAST = 9999;
    private static final int FAR_AHEAD = 10;

    private Years() {}

    /** Whether it is so far ahead that who waits for it waits for good. */
    public static boolean isFar(LocalDate day, LocalDate today) {
        return day.isAfter(today.plusYears(FAR_AHEAD));
    }

    public static boolean holds(LocalDate day) {
        return day.getYear() >= FIRST && day.getYear() <= LAST;
    }
}

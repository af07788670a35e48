package dev.kulanz.cases;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Somebody wants to look at a case again (Wiedervorlage).
 *
 * @param date the day on which it is due
 * @param reason in his own words
 */
public record FollowUp(LocalDate date, String reason, String setBy, Instant setAt) {}

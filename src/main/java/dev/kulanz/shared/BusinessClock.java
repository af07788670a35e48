package dev.kulanz.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The one clock of business time. It follows real time plus an offset, which is zero outside the demo; while the time
 * machine jumps, it stands still at the moment that is being worked on. Infrastructure (leases, retries) uses real time
 * instead.
 */
public final class BusinessClock extends Clock {

    /** Where business days begin and end, unless a creditor's own zone says otherwise. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Clock realTime;
    private volatile Clock current;

    public BusinessClock(Clock realTime) {
        this.realTime = realTime;
        this.current = realTime;
    }

    /** Follows real time from now on, shifted by the offset. */
    public void follow(Duration offset) {
        current = Clock.offset(realTime, offset);
    }

    /** Stands still at this moment until told otherwise. */
    public void standAt(Instant moment) {
        current = Clock.fixed(moment, ZONE);
    }

    /** How far business time is from real time at this moment. */
    public Duration offset() {
        return Duration.between(realTime.instant(), instant());
    }

    /** The business day in {@link #ZONE}. */
    public LocalDate today() {
        return LocalDate.ofInstant(instant(), ZONE);
    }

    @Override
    public Instant instant() {
        return current.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The business clock has one zone: " + ZONE);
    }
}

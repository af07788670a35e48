package dev.kulanz.architecture.twin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Takes the time from the machine in every way there is. */
final class LooksAtTheWall {

    private LooksAtTheWall() {}

    static final class WithInstant {
        Instant now() {
            return Instant.now();
        }
    }

    static final class WithDate {
        LocalDate today() {
            return LocalDate.now(ZoneId.of("Europe/Berlin"));
        }
    }

    static final class WithMillis {
        long now() {
            return System.currentTimeMillis();
        }
    }

    @SuppressWarnings("JavaUtilDate") // that is what the rule is about
    static final class WithOldDate {
        java.util.Date now() {
            return new java.util.Date();
        }
    }
}

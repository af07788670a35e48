package dev.kulanz.voice;

import java.time.LocalDate;

/** Makes sense of what somebody says on the phone. */
@FunctionalInterface
interface Understanding {

    /** @param today what words like “tomorrow” count from */
    Understood of(String said, LocalDate today);
}

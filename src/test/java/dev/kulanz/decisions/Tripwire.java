package dev.kulanz.decisions;

import java.util.concurrent.atomic.AtomicInteger;

/** What code in a rule would call if it could; public, as such code needs it. */
public final class Tripwire {

    static final AtomicInteger TOUCHED = new AtomicInteger();

    private Tripwire() {}

    public static String touch(String first, String second) {
        TOUCHED.incrementAndGet();
        return first + second;
    }
}

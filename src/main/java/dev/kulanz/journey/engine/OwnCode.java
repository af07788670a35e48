package dev.kulanz.journey.engine;

import java.util.Arrays;

/** Tells what failed in code of ours that the engine called, as in a delegate, from what failed around it. */
final class OwnCode {

    private static final String OURS = "dev.kulanz.";
    private static final String GUARDS = OwnCode.class.getPackageName() + ".";

    private OwnCode() {}

    /** Whether it, or what caused it, happened in such code; our guards stand around each call, and don't count. */
    static boolean hasFailed(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (isWithin(one)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .map(StackTraceElement::getClassName)
                .takeWhile(name -> !isOutside(name))
                .anyMatch(name -> name.startsWith(OURS) && !name.startsWith(GUARDS));
    }

    /** From here on outward it is who called the engine: over its REST, or from a page of ours. */
    private static boolean isOutside(String name) {
        return name.equals(CallersMistakes.class.getName())
                || name.startsWith("org.camunda.bpm.engine.rest.")
                || name.startsWith("org.glassfish.jersey.");
    }
}

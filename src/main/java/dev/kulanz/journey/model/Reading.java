package dev.kulanz.journey.model;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever looks at a file from outside may come to its end on it: then that is what is to be said of the file. */
final class Reading {

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);
    private static final int LONGEST = 200;

    private Reading() {}

    /** Does it, or notes for the file that it could not be done. */
    static void guarded(Report report, Runnable look) {
        try {
            look.run();
        } catch (RuntimeException | StackOverflowError e) {
            LOG.info("A check came to its end on a file: {}", e.getClass().getName());
            LOG.debug("Because", e);
            report.addForFile(unreadable(e));
        }
    }

    static String unreadable(Throwable why) {
        if (why instanceof StackOverflowError) {
            return "Something in it is too deeply nested to be read. Write it more simply.";
        }
        String said = String.valueOf(root(why).getMessage()).strip();
        return "It can't be read as it stands: %s. Correct that place, or save the file anew with Camunda Modeler."
                .formatted(said.length() > LONGEST ? said.substring(0, LONGEST) + " …" : said);
    }

    private static Throwable root(Throwable why) {
        Throwable root = why;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}

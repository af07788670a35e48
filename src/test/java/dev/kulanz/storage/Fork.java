package dev.kulanz.storage;

import java.nio.file.Path;

/** The build runs the tests in several JVMs at a time. What a JVM leaves beside the build is its own. */
final class Fork {

    private static final String NUMBER = System.getProperty("kulanz.test.fork", "1");

    private Fork() {}

    static Path folder(String name) {
        return Path.of("target", name + "-" + NUMBER);
    }
}

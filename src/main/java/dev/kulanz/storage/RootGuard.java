package dev.kulanz.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. On Linux it then runs in a user namespace of its own, in which root's files are its
 * files but it is not root.
 */
final class RootGuard {

    private static final List<String> NAMESPACE = List.of("unshare", "-U");

    private RootGuard() {}

    /** What comes before each command: nothing for an ordinary user. */
    static List<String> wrapper(Platform platform, HomeFolder home) throws IOException {
        if (!platform.root()) {
            return List.of();
        }
        if (!platform.linux() || !namespacesWork()) {
            throw refusal("Here Kulanz can't take root's rights from it"
                    + (platform.linux() ? ": the command 'unshare -U' is missing or forbidden." : "."));
        }
        if (!Integer.valueOf(0).equals(Files.getAttribute(home.root(), "unix:uid"))) {
            throw refusal("Without root's rights it can't read the folder " + home.root() + ", which belongs to "
                    + Files.getOwner(home.root()).getName() + ".");
        }
        return NAMESPACE;
    }

    private static StorageUnavailable refusal(String why) {
        return new StorageUnavailable(
                "Kulanz runs as root, and PostgreSQL must not. " + why,
                "Start Kulanz as the ordinary user who owns the folder KULANZ_HOME, or use a PostgreSQL server of"
                        + " yours: KULANZ_DB_URL, KULANZ_DB_USER, KULANZ_DB_PASSWORD.");
    }

    private static boolean namespacesWork() {
        try {
            return new ProcessBuilder("unshare", "-U", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package dev.kulanz.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs PostgreSQL's programs. What they print stands in logs/&lt;program&gt;.log afterwards. */
final class Programs {

    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+");

    private final Binaries binaries;
    private final Path logs;
    private final List<String> wrapper;

    /** @param wrapper comes before each command */
    Programs(Binaries binaries, HomeFolder home, List<String> wrapper) {
        this.binaries = binaries;
        this.logs = home.logs();
        this.wrapper = wrapper;
    }

    /** What a program left: its exit code, 0 for success, and what it printed. */
    record Outcome(int exit, String output) {
        boolean failed() {
            return exit != 0;
        }
    }

    Outcome run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));
        return run(command, logs.resolve(program + ".log"));
    }

    /** Of these programs, e.g. 17.11; proves at once that they run on this machine. */
    String version() throws IOException {
        Outcome outcome = run("postgres", "--version");
        Matcher version = VERSION.matcher(outcome.output());
        if (outcome.failed() || !version.find()) {
            throw new StorageUnavailable(
                    "The PostgreSQL that Kulanz brings does not run on this machine: " + outcome.output(),
                    "Give it what it names (a library, the right to run programs in that folder), or use a"
                            + " PostgreSQL server of yours: KULANZ_DB_URL, KULANZ_DB_USER, KULANZ_DB_PASSWORD.");
        }
        return version.group();
    }

    /** Into a file and not a pipe: a server left running would keep the pipe open, and we would wait for its end. */
    private static Outcome run(List<String> command, Path log) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            return new Outcome(process.waitFor(), Files.readString(log).strip());
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new StorageUnavailable("Kulanz was told to end while PostgreSQL was starting.", "Start it again.", e);
        }
    }
}

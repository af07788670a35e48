package dev.kulanz.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link HoldingApplication} that runs, seen from outside. */
record OtherJvm(Process process) implements AutoCloseable {

    /** Returns when it holds the folder. */
    static OtherJvm holding(Path home) throws IOException {
        return holding(home, System.getProperty("java.class.path"), List.of());
    }

    static OtherJvm holding(Path home, String classPath, List<String> wrapper) throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                HoldingApplication.class.getName(),
                home.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        StringBuilder said = new StringBuilder();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); !"HOLDING".equals(line); line = output.readLine()) {
            if (line == null) {
                throw new IllegalStateException("It ended without holding the folder: " + said);
            }
            said.append(line).append('\n');
        }
        return new OtherJvm(process);
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As Ctrl-C or an init system does; it may finish its work. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}

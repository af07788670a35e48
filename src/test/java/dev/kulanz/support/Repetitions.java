package dev.kulanz.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Runs tests again and again in one JVM, in which the application starts once: {@code mvn test -Dtest=Repetitions
 * -Dkulanz.repeat=CollisionStoryTests,PromiseStoryTests#isPaid -Dkulanz.repeat.times=20}. Not part of the build, by its
 * name; {@code src/test/commands/busy.sh} runs it beside busy loops.
 */
class Repetitions {

    private static final int TIMES = Integer.getInteger("kulanz.repeat.times", 20);

    @Test
    void areAllGreen() throws IOException {
        String asked = System.getProperty("kulanz.repeat", "");
        assertThat(asked).as("-Dkulanz.repeat").isNotBlank();
        List<String> red = new ArrayList<>();
        for (String test : asked.split(",", -1)) {
            int before = red.size();
            long begun = System.nanoTime();
            for (int time = 1; time <= TIMES; time++) {
                TestExecutionSummary summary = run(selector(test));
                if (summary.getTotalFailureCount() > 0 || summary.getTestsSucceededCount() == 0) {
                    red.add("%s, time %d: %d green, %d red"
                            .formatted(test, time, summary.getTestsSucceededCount(), summary.getTotalFailureCount()));
                    summary.printFailuresTo(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
                }
            }
            int failed = red.size() - before;
            System.out.printf(
                    "REPEATED %s: %d green, %d red in %d s%n",
                    test, TIMES - failed, failed, (System.nanoTime() - begun) / 1_000_000_000);
        }
        assertThat(red).isEmpty();
    }

    private static TestExecutionSummary run(DiscoverySelector selector) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selector)
                                .build(),
                        listener);
        return listener.getSummary();
    }

    /** A class by its simple name, or {@code Class#method}. */
    private static DiscoverySelector selector(String test) throws IOException {
        String[] parts = test.split("#", 2);
        Class<?> type = find(parts[0]);
        return parts.length == 1
                ? selectClass(type)
                : Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.getName().equals(parts[1]))
                        .map(method -> selectMethod(type, method))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("There is no test " + test));
    }

    private static Class<?> find(String name) throws IOException {
        Path classes = root();
        try (Stream<Path> files = Files.walk(classes)) {
            Path file = files.filter(it -> it.getFileName().toString().equals(name + ".class"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no test class " + name));
            String path = classes.relativize(file).toString();
            return Class.forName(path.substring(0, path.length() - ".class".length())
                    .replace(file.getFileSystem().getSeparator(), "."));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    private static Path root() {
        try {
            return Path.of(Repetitions.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

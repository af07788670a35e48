package dev.kulanz.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts that try to be more than text where they are shown, from {@code src/test/resources/hostile/texts.txt}. */
public final class HostileTexts {

    private HostileTexts() {}

    public static List<String> all() {
        try (InputStream file = HostileTexts.class.getResourceAsStream("/hostile/texts.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

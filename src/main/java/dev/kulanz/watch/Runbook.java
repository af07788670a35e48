package dev.kulanz.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** What each alarm means, where to look and what to do: src/docs/runbook.md, by its headings. */
final class Runbook {

    private static final Pattern ENTRY = Pattern.compile("(?m)^### ([a-z-]+)\\R+(\\S.*)$");

    /** It is read in mails and on pages, too. */
    private static final Pattern MARKUP = Pattern.compile("[*`]");

    private final Map<String, String> lines = new LinkedHashMap<>();

    Runbook(String markdown) {
        Matcher entry = ENTRY.matcher(markdown);
        while (entry.find()) {
            lines.put(
                    entry.group(1),
                    MARKUP.matcher(entry.group(2)).replaceAll("").strip());
        }
    }

    /** As it came with the application. */
    static Runbook shipped() {
        ClassPathResource file = new ClassPathResource("runbook.md");
        try {
            return new Runbook(file.exists() ? file.getContentAsString(StandardCharsets.UTF_8) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> lines() {
        return Map.copyOf(lines);
    }

    String of(String alarm) {
        return lines.getOrDefault(alarm, "See src/docs/runbook.md.");
    }
}

package dev.kulanz.contact.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/**
 * A font that prints bring along. Where Open Sans has no glyph, DejaVu Sans steps in: it alone has Hebrew, Arabic,
 * Georgian and Armenian letters and old and rare ones of Latin, Greek and Cyrillic.
 */
public enum Face {
    REGULAR("Open Sans", 400, "OpenSans-Regular.ttf"),
    SEMIBOLD("Open Sans", 600, "OpenSans-Semibold.ttf"),
    WIDE_REGULAR("DejaVu Sans", 400, "DejaVuSans.ttf"),
    WIDE_BOLD("DejaVu Sans", 600, "DejaVuSans-Bold.ttf");

    private final String family;
    private final int weight;
    private final String file;

    Face(String family, int weight, String file) {
        this.family = family;
        this.weight = weight;
        this.file = file;
    }

    /** As style sheets name it. */
    public String family() {
        return family;
    }

    /** As style sheets name it. */
    public int weight() {
        return weight;
    }

    /** Whether it is printed with only where the first choice has no glyph. */
    public boolean isFallback() {
        return this == WIDE_REGULAR || this == WIDE_BOLD;
    }

    /** The font file. */
    public byte[] bytes() {
        try (InputStream font = new ClassPathResource("fonts/" + file).getInputStream()) {
            return font.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.kulanz.contact.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Which characters of the Basic Multilingual Plane have a glyph in our fonts, both in regular and in bold, and how wide
 * it is. Of the other planes we print nothing. Read from the font files when first asked.
 */
final class Glyphs {

    private static final int PLANE = 0x10000;
    private static final int EM = 1000;
    private static final short NONE = -1;

    private static final class Read {
        static final Glyphs ONCE = new Glyphs();
    }

    private final short[] widths = new short[PLANE];
    private final BitSet ofFirstChoice = new BitSet();
    private final Map<Integer, List<Outline>> outlines = new HashMap<>();

    private Glyphs() {
        Arrays.fill(widths, NONE);
        read(Face.WIDE_REGULAR, Face.WIDE_BOLD);
        read(Face.REGULAR, Face.SEMIBOLD);
    }

    static Glyphs read() {
        return Read.ONCE;
    }

    boolean has(int point) {
        return point < PLANE && widths[point] != NONE;
    }

    /** Whether Open Sans has it. */
    boolean hasInFirstChoice(int point) {
        return ofFirstChoice.get(point);
    }

    /**
     * Whether a mark finds its place at the letter before it by its own outline, in both weights, without being moved there:
     * not through a capital letter, nor beside a narrow one.
     */
    boolean standsAt(int letter, int mark) {
        List<Outline> letters = outlines.getOrDefault(letter, List.of());
        List<Outline> marks = outlines.getOrDefault(mark, List.of());
        return !letters.isEmpty()
                && !marks.isEmpty()
                && IntStream.range(0, marks.size())
                        .allMatch(weight -> marks.get(weight).overhangs()
                                && marks.get(weight).standsAt(letters.get(weight)));
    }

    /** In thousandths of the font size; what has no glyph has no width. */
    int width(int point) {
        return has(point) ? widths[point] : 0;
    }

    private void read(Face regular, Face bold) {
        try (TrueTypeFont font = parsed(regular);
                TrueTypeFont beside = parsed(bold)) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            CmapLookup others = beside.getUnicodeCmapLookup();
            for (int point = 0; point < PLANE; point++) {
                int glyph = glyphs.getGlyphId(point);
                if (glyph != 0 && others.getGlyphId(point) != 0) {
                    widths[point] = (short) Math.max(width(font, glyph), width(beside, others.getGlyphId(point)));
                    if (isAskedForItsPlace(point)) {
                        outlines.put(point, outlines(font, glyph, beside, others.getGlyphId(point)));
                    }
                    ofFirstChoice.set(point, !regular.isFallback());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int width(TrueTypeFont font, int glyph) throws IOException {
        int units = font.getUnitsPerEm();
        return (font.getAdvanceWidth(glyph) * EM + units - 1) / units;
    }

    private static boolean isAskedForItsPlace(int point) {
        return Character.getType(point) == Character.NON_SPACING_MARK
                || (Character.isLetterOrDigit(point)
                        && Character.getDirectionality(point) == Character.DIRECTIONALITY_LEFT_TO_RIGHT);
    }

    /** In both weights, or none. */
    private static List<Outline> outlines(TrueTypeFont font, int glyph, TrueTypeFont bold, int other)
            throws IOException {
        Outline regular = Outline.of(font, glyph);
        Outline heavy = Outline.of(bold, other);
        return regular == null || heavy == null ? List.of() : List.of(regular, heavy);
    }

    private static TrueTypeFont parsed(Face face) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(face.bytes()));
    }
}

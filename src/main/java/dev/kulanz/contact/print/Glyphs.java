package dev.kulanz.contact.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
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
    private final BitSet overhanging = new BitSet();

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

    /** Whether it is a mark that stands over the letter before it by its own outline, without being moved there. */
    boolean overhangs(int point) {
        return overhanging.get(point);
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
                    overhanging.set(
                            point, Character.getType(point) == Character.NON_SPACING_MARK && overhangs(font, glyph));
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

    private static boolean overhangs(TrueTypeFont font, int glyph) throws IOException {
        GlyphData outline = font.getGlyph().getGlyph(glyph);
        return font.getAdvanceWidth(glyph) == 0
                && outline != null
                && outline.getBoundingBox().getUpperRightX() <= 0;
    }

    private static TrueTypeFont parsed(Face face) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(face.bytes()));
    }
}

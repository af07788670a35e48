package dev.kulanz.contact.print;

import java.io.IOException;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.BoundingBox;
import org.jspecify.annotations.Nullable;

/** The box that a glyph fills, in thousandths of the font size from where the pen stands, and how far the pen moves on. */
record Outline(float left, float right, float bottom, float top, float advance) {

    /** Ink may overlap this little. */
    private static final float TOUCH = 20;

    /** A mark may be this much wider than its letter, on either side. */
    private static final float BEYOND = 100;

    private static final int EM = 1000;

    /** Null if there is nothing to see. */
    static @Nullable Outline of(TrueTypeFont font, int glyph) throws IOException {
        GlyphData data = font.getGlyph().getGlyph(glyph);
        if (data == null) {
            return null;
        }
        BoundingBox box = data.getBoundingBox();
        float unit = (float) EM / font.getUnitsPerEm();
        return new Outline(
                box.getLowerLeftX() * unit,
                box.getUpperRightX() * unit,
                box.getLowerLeftY() * unit,
                box.getUpperRightY() * unit,
                font.getAdvanceWidth(glyph) * unit);
    }

    /** Whether it is drawn back over what stands before it, without moving the pen. */
    boolean overhangs() {
        return advance == 0 && right <= 0;
    }

    /** Whether this mark, drawn behind a letter as it is, stands clear above or below it and over its width. */
    boolean standsAt(Outline letter) {
        float begin = letter.advance + left;
        float end = letter.advance + right;
        float middle = (begin + end) / 2;
        boolean isOver = middle >= letter.left
                && middle <= letter.right
                && begin >= letter.left - BEYOND
                && end <= letter.right + BEYOND;
        return isOver && (bottom >= letter.top - TOUCH || top <= letter.bottom + TOUCH);
    }
}

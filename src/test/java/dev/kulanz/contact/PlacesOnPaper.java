package dev.kulanz.contact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Where each glyph of a page stands, in millimetres from its upper left corner. */
final class PlacesOnPaper extends PDFTextStripper {

    private static final double POINTS_PER_MM = 72 / 25.4;

    /** A glyph, from its left edge to its right one, on its base line. */
    record Glyph(String text, double left, double right, double base, double points) {}

    private final List<Glyph> glyphs = new ArrayList<>();

    private PlacesOnPaper() {
        setSortByPosition(false);
    }

    /** @param page the first is 1 */
    static List<Glyph> of(PDDocument document, int page) throws IOException {
        PlacesOnPaper places = new PlacesOnPaper();
        places.setStartPage(page);
        places.setEndPage(page);
        places.getText(document);
        return places.glyphs;
    }

    @Override
    protected void processTextPosition(TextPosition at) {
        glyphs.add(new Glyph(
                at.getUnicode(),
                at.getXDirAdj() / POINTS_PER_MM,
                (at.getXDirAdj() + at.getWidthDirAdj()) / POINTS_PER_MM,
                at.getYDirAdj() / POINTS_PER_MM,
                at.getFontSizeInPt()));
    }
}

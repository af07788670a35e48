package dev.kulanz.contact.print;

import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiSplitterFactory;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.util.ArrayList;
import java.util.List;

/**
 * The order of writing on our pages, which are written from left to right and hold words that are written from right to
 * left (Unicode Standard Annex 9). All that stands in such words, numbers too, is one run and turned line by line: the
 * page's layout sets runs one after the other and knows of no order within.
 */
public final class Direction implements BidiSplitterFactory {

    @Override
    public BidiSplitter createBidiSplitter() {
        return new Runs();
    }

    /** Whether a text has anything to be turned. */
    public static boolean isTurned(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    private static final class Runs implements BidiSplitter {

        private final List<BidiTextRun> runs = new ArrayList<>();

        @Override
        public void setParagraph(String paragraph, byte defaultDirection) {
            runs.clear();
            byte[] levels = paragraph.isEmpty() ? new byte[0] : new Bidi(paragraph, Bidi.LTR).getLevels();
            int begin = 0;
            for (int at = 1; at <= levels.length; at++) {
                if (at == levels.length || direction(levels[at]) != direction(levels[begin])) {
                    runs.add(new BidiTextRun(begin, at - begin, direction(levels[begin])));
                    begin = at;
                }
            }
            if (runs.isEmpty()) {
                runs.add(new BidiTextRun(0, 0, LTR));
            }
        }

        private static byte direction(byte level) {
            return level == 0 ? LTR : RTL;
        }

        @Override
        public int countTextRuns() {
            return runs.size();
        }

        @Override
        public BidiTextRun getVisualRun(int index) {
            return runs.get(index);
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            return LTR;
        }
    }

    /** Turns what of a run stands on one line; letters are joined before they come here. */
    public static final class Turning implements BidiReorderer {

        @Override
        public String reorderRTLTextToLTR(String text) {
            return new Bidi(text, Bidi.RTL).writeReordered(Bidi.DO_MIRRORING);
        }

        @Override
        public String shapeText(String text) {
            return text;
        }

        @Override
        public String deshapeText(String text) {
            return text;
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    }
}

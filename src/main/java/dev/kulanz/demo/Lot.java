package dev.kulanz.demo;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** What chance decides in the demo: the same words draw the same lot, so that it tells the same story each time. */
final class Lot {

    private final long drawn;

    private Lot(long drawn) {
        this.drawn = drawn;
    }

    /** The lot of these words together. */
    static Lot of(Object... words) {
        CRC32 sum = new CRC32();
        for (int i = 0; i < words.length; i++) {
            if (i > 0) {
                sum.update(0); // "a", "bc" and "ab", "c" are two lots
            }
            sum.update(String.valueOf(words[i]).getBytes(StandardCharsets.UTF_8));
        }
        return new Lot(sum.getValue());
    }

    /** 0 to 99. */
    int hundredth() {
        return below(100);
    }

    /** 0 to one less than this. */
    int below(int most) {
        return (int) (drawn % most);
    }
}

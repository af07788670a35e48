package dev.kulanz.intake;

import java.util.ArrayList;
import java.util.List;

/** Collects the first lines that hold other letters than ASCII has, as they were read. */
final class LineSample {

    private static final int LONGEST = 60;

    private final int most;
    private final List<FileReading.Line> lines = new ArrayList<>();
    private final StringBuilder begin = new StringBuilder();
    private long at = 1;
    private int first = -1;

    LineSample(int most) {
        this.most = most;
    }

    /** Whether there is room for one more line. */
    boolean isWanted() {
        return lines.size() < most;
    }

    void add(char c, long line, boolean breaks) {
        if (breaks) {
            end();
            at = line;
            return;
        }
        if (first < 0 && c > '~' && c != '\ufeff') {
            first = begin.length();
        }
        // What stands before the letter, and after it up to the length that is shown.
        if (first < 0 || begin.length() - first < LONGEST / 2) {
            begin.append(c);
        }
    }

    void end() {
        if (first >= 0 && isWanted()) {
            lines.add(new FileReading.Line(at, excerpt()));
        }
        begin.setLength(0);
        first = -1;
    }

    /** Whole fields where they are short. */
    private String excerpt() {
        int from = Math.max(0, first - LONGEST / 2);
        for (int i = first; i > from; i--) {
            char c = begin.charAt(i - 1);
            if (c == ';' || c == ',' || c == '"') {
                from = i;
            }
        }
        int to = begin.length();
        for (int i = to; i > first; i--) {
            char c = begin.charAt(i - 1);
            if (c == ';' || c == ',' || c == '"') {
                to = i - 1;
            }
        }
        return begin.substring(from, to).strip();
    }

    List<FileReading.Line> lines() {
        return lines;
    }
}

package dev.kulanz.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What there is to say about rows: counts all, keeps the first by line, so that a million bad rows fit as well. */
final class Findings {

    /** How many are kept. */
    static final int LIMIT = 1000;

    private final List<RowMessage> kept = new ArrayList<>();
    private long total;

    void add(RowMessage message) {
        total++;
        // Rows come in the order of the file, so the first to come are the first by line.
        if (kept.size() < LIMIT) {
            kept.add(message);
        }
    }

    long total() {
        return total;
    }

    /** These and some others (themselves the first by line), the first by line of both. */
    List<RowMessage> with(List<RowMessage> others) {
        List<RowMessage> all = new ArrayList<>(kept);
        all.addAll(others);
        all.sort(Comparator.comparingLong(RowMessage::line));
        return List.copyOf(all.subList(0, Math.min(LIMIT, all.size())));
    }

    List<RowMessage> all() {
        return List.copyOf(kept);
    }
}

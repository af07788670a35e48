package dev.kulanz.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Messages by day: counts all, keeps the first, however many there are. */
final class UpcomingList {

    private final List<UpcomingContact> kept = new ArrayList<>();
    private final SortedMap<String, UpcomingDay> days = new TreeMap<>();
    private long total;

    void add(UpcomingContact contact) {
        total++;
        kept.add(contact);
        if (kept.size() >= 2 * Findings.LIMIT) {
            cut();
        }
        days.merge(contact.date() + contact.currency(), UpcomingDay.of(contact), UpcomingDay::and);
    }

    long total() {
        return total;
    }

    List<UpcomingContact> first() {
        cut();
        return List.copyOf(kept);
    }

    List<UpcomingDay> days() {
        return List.copyOf(days.values());
    }

    private void cut() {
        kept.sort(Comparator.comparing(UpcomingContact::date));
        if (kept.size() > Findings.LIMIT) {
            kept.subList(Findings.LIMIT, kept.size()).clear();
        }
    }
}

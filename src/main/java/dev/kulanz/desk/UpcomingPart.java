package dev.kulanz.desk;

import dev.kulanz.intake.UpcomingContact;
import dev.kulanz.intake.UpcomingDay;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A day on which somebody would be contacted.
 *
 * @param sums how many and how much, one for each currency
 * @param first who, as many as one looks at
 */
record UpcomingPart(LocalDate date, List<UpcomingDay> sums, List<UpcomingContact> first) {

    static final int MOST_LISTED = 40;

    static List<UpcomingPart> of(List<UpcomingContact> first, List<UpcomingDay> all) {
        var days = all.stream().collect(Collectors.groupingBy(UpcomingDay::date, TreeMap::new, Collectors.toList()));
        var contacts = first.stream().collect(Collectors.groupingBy(UpcomingContact::date));
        return days.entrySet().stream()
                .map(day -> new UpcomingPart(
                        day.getKey(),
                        day.getValue(),
                        contacts.getOrDefault(day.getKey(), List.of()).stream()
                                .limit(MOST_LISTED)
                                .toList()))
                .toList();
    }

    public long contacts() {
        return sums.stream().mapToLong(UpcomingDay::contacts).sum();
    }

    public long more() {
        return contacts() - first.size();
    }
}

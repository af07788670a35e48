package dev.kulanz.contact;

import dev.kulanz.cases.Notices;
import dev.kulanz.cases.Notices.Notice;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Since when somebody is in default with an item, as careful as can be: on the day after the first reminder that followed
 * its due date has arrived (§ 286 I BGB; a friendly one is one, too). It may have begun earlier by § 286 II and III, which
 * nobody claims here.
 */
@Component
class DefaultSince {

    private final Notices notices;
    private final BusinessCalendar calendar;

    DefaultSince(Notices notices, BusinessCalendar calendar) {
        this.notices = notices;
        this.calendar = calendar;
    }

    /** The first day on which he is in default with all of them; empty if he was not reminded of one yet. */
    Optional<LocalDate> since(Collection<ItemBalance> items) {
        Map<UUID, List<Notice>> told =
                notices.ofItems(items.stream().map(ItemBalance::id).toList());
        List<Optional<LocalDate>> days = items.stream()
                .map(item -> since(item, told.getOrDefault(item.id(), List.of())))
                .toList();
        return days.stream().allMatch(Optional::isPresent)
                ? days.stream().flatMap(Optional::stream).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    private Optional<LocalDate> since(ItemBalance item, List<Notice> told) {
        return told.stream()
                .filter(notice -> dayOf(notice).isAfter(item.dueDate()))
                .map(this::dayAfterArrival)
                .min(Comparator.naturalOrder());
    }

    private LocalDate dayAfterArrival(Notice notice) {
        Channel channel = notice.channel() == null ? Channel.LETTER : Channel.valueOf(notice.channel());
        return calendar.plusBankDays(dayOf(notice), channel.daysUnderWay()).plusDays(1);
    }

    private static LocalDate dayOf(Notice notice) {
        return LocalDate.ofInstant(notice.toldAt(), BusinessClock.ZONE);
    }
}

package dev.kulanz.desk;

import dev.kulanz.cases.CaseHistory;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.decisions.RuleNotes;
import dev.kulanz.journal.JournalEntry;
import dev.kulanz.shared.LocalFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Everything that happened in a case and why, told in plain sentences, the latest first. */
@Component
class Timeline {

    private static final int SIZE = 50;

    private final CaseHistory history;
    private final RuleNotes notes;
    private final MessageSource messages;

    Timeline(CaseHistory history, RuleNotes notes, MessageSource messages) {
        this.history = history;
        this.notes = notes;
        this.messages = messages;
    }

    /** A part of the story, and where it stands in the whole. */
    record Story(List<TimelineEntry> entries, Paging paging) {}

    /** @param page counts from 0, back in time */
    Story of(DunningCase one, int page, Locale locale) {
        long total = history.count(one);
        Paging paging = new Paging(page, SIZE, total, "/cases/" + one.number() + "/story", Map.of());
        long end = total - (long) page * SIZE;
        int begin = (int) Math.max(0, end - SIZE);
        if (end <= 0) {
            return new Story(List.of(), paging);
        }
        List<JournalEntry> part = new ArrayList<>(history.of(one, begin, (int) (end - begin)));
        Collections.reverse(part);
        Storyteller teller =
                new Storyteller(one.currency(), notes, new LocalFormat(locale), new Words(messages, locale));
        return new Story(part.stream().map(teller::tell).toList(), paging);
    }
}

package dev.kulanz.cases;

import dev.kulanz.journal.JournalEntry;
import dev.kulanz.journal.JournalReader;
import dev.kulanz.receivables.PersonChanges;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Everything that happened in a case: in it, and to its person while it was not over, such as an address that was found in
 * another of his cases, or came with a file.
 */
@Component
public class CaseHistory {

    private final JournalReader journal;

    CaseHistory(JournalReader journal) {
        this.journal = journal;
    }

    /** A part of it, the oldest first. */
    public List<JournalEntry> of(DunningCase one, int offset, int limit) {
        return journal.ofCase(story(one), offset, limit);
    }

    /** How many entries it has. */
    public long count(DunningCase one) {
        return journal.countOfCase(story(one));
    }

    private static JournalReader.CaseStory story(DunningCase one) {
        return new JournalReader.CaseStory(
                one.number(), one.debtorId(), PersonChanges.KINDS, one.openedAt(), one.settledAt());
    }
}

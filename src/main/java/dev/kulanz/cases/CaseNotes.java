package dev.kulanz.cases;

import dev.kulanz.journal.Journal;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes that people leave in a case. */
@Component
public class CaseNotes {

    private static final int LONGEST = 4_000;

    private final Journal journal;

    CaseNotes(Journal journal) {
        this.journal = journal;
    }

    /**
     * Adds a note to the case's story.
     *
     * @throws Refusal if it is empty or longer than 4,000 characters
     */
    @Transactional
    public void add(DunningCase to, @Nullable String text) {
        if (text == null || Legible.isBlank(text)) {
            throw Refusal.unacceptable("text", Said.of("note.empty", "Please write something: the note is empty."));
        }
        if (text.length() > LONGEST) {
            throw Refusal.unacceptable(
                    "text",
                    Said.of("note.long", "A note has up to 4,000 characters; this one has {0}.", text.length()));
        }
        if (!Legible.isText(text)) {
            throw Refusal.unacceptable(
                    "text", Said.of("note.control", "A note has no control characters: please write it without."));
        }
        journal.record(Cases.inCase("NoteAdded", to).with("text", text.strip()));
    }
}

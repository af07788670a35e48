package dev.kulanz.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kulanz.access.CurrentUser;
import dev.kulanz.journal.JournalEntry;
import dev.kulanz.journal.JournalReader;
import dev.kulanz.shared.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened in all cases, as CloudEvents 1.0, for systems that follow along. */
@RestController
@RequestMapping("/api/v1/events")
class EventController {

    private static final int LARGEST_PAGE = 1_000;

    private final JournalReader journal;
    private final CurrentUser user;

    EventController(JournalReader journal, CurrentUser user) {
        this.journal = journal;
        this.user = user;
    }

    /**
     * A CloudEvent; its id is the cursor to go on from.
     *
     * @param source {@code /kulanz/} and the creditor's id; {@code /kulanz} of what belongs to none
     * @param subject the case; not there if it is about none
     * @param data what there is to say, by name. Where an invoice is named, {@code instalment} is the creditor's number of the
     *     part that is meant; where there is none, {@code dueDate} tells the part from the others
     */
    record CloudEvent(
            String specversion,
            String id,
            String source,
            String type,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String subject,

            Instant time,
            String datacontenttype,
            Map<String, Object> data) {

        static CloudEvent of(JournalEntry entry) {
            return new CloudEvent(
                    "1.0",
                    entry.cursor(),
                    entry.creditorId() == null ? "/kulanz" : "/kulanz/" + entry.creditorId(),
                    "dev.kulanz." + entry.kind(),
                    entry.caseNumber(),
                    entry.at(),
                    "application/json",
                    entry.facts());
        }
    }

    /**
     * The next events after one, in the order of the feed; an empty list: nothing new yet, ask again with the same id.
     *
     * @param after id of the last event that was read
     */
    @GetMapping
    List<CloudEvent> after(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "100") int size) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw Refusal.unacceptable("size", "1 to " + LARGEST_PAGE + " events at once.");
        }
        var scope = user.scope();
        return journal.feed(after, size, scope.all() ? null : scope.idArray()).stream()
                .map(CloudEvent::of)
                .toList();
    }
}

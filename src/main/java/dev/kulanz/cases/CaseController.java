package dev.kulanz.cases;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.journal.JournalEntry;
import dev.kulanz.shared.ListPage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Dunning cases: where they stand, what happened, and notes. Pages count from 0. */
@RestController
@RequestMapping("/api/v1/cases")
class CaseController {

    private final CaseDesk desk;
    private final CaseSearch search;
    private final CaseNotes notes;
    private final CaseViews views;
    private final CaseHistory history;
    private final CurrentUser user;

    CaseController(
            CaseDesk desk, CaseSearch search, CaseNotes notes, CaseViews views, CaseHistory history, CurrentUser user) {
        this.desk = desk;
        this.search = search;
        this.notes = notes;
        this.views = views;
        this.history = history;
        this.user = user;
    }

    /**
     * Cases, the newest first, with the total in {@code X-Total-Count}.
     *
     * @param q words that each must be found in a name, number, address or subject; an amount; a telephone number. What fits
     *     best comes first, open cases before others; at most 300 are found, and {@code X-Total-Bounded} says whether there
     *     are more
     */
    @GetMapping
    ResponseEntity<List<CaseView>> list(
            @RequestParam(required = false) @Nullable String debtorId,
            @RequestParam(required = false) DunningCase.@Nullable Status status,
            @RequestParam(required = false) @Nullable String creditorId,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        var wanted = new CaseSearch.Wanted(status, debtorId, creditorId, null, null, q);
        ListPage part = new ListPage(page, size);
        CaseSearch.Found found = search.find(user.scope(), wanted, part.page(), part.size());
        return ResponseEntity.ok()
                .header(
                        "X-Total-Count",
                        Long.toString(q == null || q.isBlank() ? search.count(user.scope(), wanted) : found.total()))
                .header("X-Total-Bounded", Boolean.toString(q != null && found.isBounded()))
                .body(views.of(found.cases()));
    }

    @GetMapping("/{number}")
    CaseView one(@PathVariable String number) {
        return views.of(List.of(search.of(desk.open(number)))).get(0);
    }

    /** Everything that happened in the case and why, the oldest first. */
    @GetMapping("/{number}/history")
    ResponseEntity<List<JournalEntry>> history(
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "500") int size) {
        DunningCase of = desk.open(number);
        ListPage part = new ListPage(page, size);
        return ResponseEntity.ok()
                .header("X-Total-Count", Long.toString(history.count(of)))
                .body(history.of(of, part.offset(), part.size()));
    }

    record NoteRequest(@Nullable String text) {}

    @PostMapping("/{number}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    NoteRequest note(@PathVariable String number, @RequestBody NoteRequest note) {
        notes.add(desk.open(number), note.text());
        return note;
    }
}

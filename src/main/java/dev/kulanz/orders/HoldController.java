package dev.kulanz.orders;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.receivables.HeldItem;
import dev.kulanz.receivables.ItemHold;
import dev.kulanz.receivables.ItemHolds;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.ListPage;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Open items that are held back, and why. */
@RestController
@RequestMapping("/api/v1/holds")
class HoldController {

    private final HeldItems holds;
    private final CurrentUser user;

    HoldController(HeldItems holds, CurrentUser user) {
        this.holds = holds;
        this.user = user;
    }

    /**
     * Those that somebody is to look at first.
     *
     * @param due only these
     * @param q a part of the invoice's number, or of the debtor's name or id
     */
    @GetMapping
    ResponseEntity<List<HeldItem>> list(
            @RequestParam(defaultValue = "false") boolean due,
            @RequestParam(required = false) ItemHold.@Nullable Reason reason,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        ItemHolds.Sought sought = new ItemHolds.Sought(due, reason, q == null || Legible.isBlank(q) ? null : q);
        return ResponseEntity.ok()
                .header("X-Total-Count", Long.toString(holds.count(sought, user.scope())))
                .body(holds.found(sought, user.scope(), new ListPage(page, size)));
    }

    record Later(@Nullable LocalDate lookOn) {}

    /** Somebody looks on another day; until then it stays held. */
    @PutMapping("/{id}")
    HeldItem later(@PathVariable UUID id, @RequestBody Later later) {
        return holds.lookOn(id, later.lookOn(), user.scope());
    }

    /** Lets it go: it is asked for as if nothing had held it. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable UUID id) {
        holds.release(id, user.scope());
    }
}

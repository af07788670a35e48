package dev.kulanz.receivables;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.shared.ListPage;
import dev.kulanz.shared.Refusal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Creditors and their settings, kept by the integrator. */
@RestController
@RequestMapping("/api/v1/creditors")
class CreditorController {

    private final Creditors creditors;
    private final CreditorViews views;
    private final CurrentUser user;

    CreditorController(Creditors creditors, CreditorViews views, CurrentUser user) {
        this.creditors = creditors;
        this.views = views;
        this.user = user;
    }

    /** The creditors by id, with the total in {@code X-Total-Count}. */
    @GetMapping
    ResponseEntity<List<CreditorView>> list(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        return ResponseEntity.ok()
                .header("X-Total-Count", Long.toString(creditors.count(user.scope())))
                .body(views.of(creditors.visibleTo(user.scope(), new ListPage(page, size))));
    }

    @GetMapping("/{id}")
    CreditorView one(@PathVariable String id) {
        refuseForeign(id);
        return views.of(creditors.get(id));
    }

    @PutMapping("/{id}")
    ResponseEntity<CreditorView> put(@PathVariable String id, @RequestBody CreditorSettings settings) {
        refuseForeign(id);
        boolean known = creditors.find(id).isPresent();
        Creditor kept = creditors.put(id, settings);
        return ResponseEntity.status(known ? HttpStatus.OK : HttpStatus.CREATED).body(views.of(kept));
    }

    private void refuseForeign(String id) {
        if (!user.scope().allows(id)) {
            throw Refusal.notFound("There is no creditor “" + id + "”.");
        }
    }
}

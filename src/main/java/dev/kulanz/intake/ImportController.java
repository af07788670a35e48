package dev.kulanz.intake;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.shared.Refusal;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Open items as a CSV file in the request's body. */
@RestController
@RequestMapping("/api/v1/open-items")
class ImportController {

    private static final int LISTED = 100;

    private final Imports imports;
    private final CurrentUser user;

    ImportController(Imports imports, CurrentUser user) {
        this.imports = imports;
        this.user = user;
    }

    /**
     * Takes a file, or tries it: what was left out of rows or read otherwise stands in {@code warnings}. UTF-8, UTF-16 and
     * Windows-1252 are told apart; of other encodings the answer says which it may be, and {@code charset} names it.
     */
    @PostMapping(
            path = "/import",
            consumes = {"text/csv", MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ImportResult run(
            InputStream body,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "CHANGES") String mode,
            @RequestParam(defaultValue = "false") boolean confirm,
            @RequestParam(defaultValue = "UNSAID") String amounts,
            @RequestParam(required = false) @Nullable String charset) {
        ImportOptions options = new ImportOptions(dryRun, mode(mode), confirm, amounts(amounts), charset);
        return imports.run(body, options, user.scope(), ImportProgress.UNSEEN);
    }

    @GetMapping("/imports")
    List<ImportSummary> recent() {
        return imports.recent(user.scope(), LISTED);
    }

    private static AmountMeaning amounts(String written) {
        try {
            return AmountMeaning.valueOf(written.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.unacceptable(
                    "amounts",
                    "The amounts are the invoices' own (INVOICE) or what is left of them (REMAINING); by default this is "
                            + "seen of each by itself.");
        }
    }

    private static ImportOptions.Mode mode(String written) {
        try {
            return ImportOptions.Mode.valueOf(written.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.unacceptable("mode", "The mode is CHANGES (the default) or SNAPSHOT.");
        }
    }
}

package dev.kulanz.intake;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.shared.Refusal;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Open items as a CSV file in the request's body. */
@RestController
@RequestMapping("/api/v1/open-items")
class ImportController {

    private static final int LISTED = 100;
    private static final MediaType CSV = MediaType.parseMediaType("text/csv");

    private final Imports imports;
    private final CurrentUser user;

    ImportController(Imports imports, CurrentUser user) {
        this.imports = imports;
        this.user = user;
    }

    /**
     * Takes a file, or tries it: what was left out of rows or read otherwise stands in {@code warnings}. UTF-8, UTF-16 and
     * Windows-1252 are told apart; of other encodings the answer says which it may be, and {@code charset} names it. With
     * {@code Accept: text/csv} the answer is the rows that were refused instead, with their line and reason, to be mended and
     * sent again: in UTF-8, with the separator and columns of the file, none but these two added. The numbers of rows then
     * stand in the header.
     */
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ImportResult.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @PostMapping(
            path = "/import",
            consumes = {"text/csv", MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<Object> run(
            InputStream body,
            @RequestHeader HttpHeaders headers,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "CHANGES") String mode,
            @RequestParam(defaultValue = "false") boolean confirm,
            @RequestParam(defaultValue = "UNSAID") String amounts,
            @RequestParam(required = false) @Nullable String charset) {
        ImportOptions options = new ImportOptions(dryRun, mode(mode), confirm, amounts(amounts), charset);
        return isRejectedWanted(headers)
                ? rejected(body, options)
                : ResponseEntity.ok(imports.run(body, options, user.scope(), ImportProgress.UNSEEN));
    }

    private static boolean isRejectedWanted(HttpHeaders headers) {
        List<MediaType> accepted;
        try {
            accepted = headers.getAccept();
        } catch (InvalidMediaTypeException e) {
            return false; // it is refused like anywhere else
        }
        return accepted.stream().anyMatch(type -> type.equalsTypeAndSubtype(CSV))
                && accepted.stream().noneMatch(type -> type.includes(MediaType.APPLICATION_JSON));
    }

    private ResponseEntity<Object> rejected(InputStream body, ImportOptions options) {
        RejectedFile rejected = RejectedFile.toldBy(RowMessage::message);
        try {
            ImportResult result = imports.run(body, options, user.scope(), rejected, ImportProgress.UNSEEN);
            return ResponseEntity.ok()
                    .contentType(new MediaType(CSV, StandardCharsets.UTF_8))
                    .header("X-Import-Id", result.importId().toString())
                    .header("X-Accepted", Long.toString(result.accepted()))
                    .header("X-Unchanged", Long.toString(result.unchanged()))
                    .header("X-Rejected", Long.toString(result.rejectedRows()))
                    .body(new InputStreamResource(rejected.openLast()));
        } catch (RuntimeException e) {
            rejected.close();
            throw e;
        }
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
                    "The amounts are the invoices' own (INVOICE) or what is left of them (REMAINING); by default this"
                            + " is seen of each by itself.");
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

package dev.kulanz.desk;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.intake.AmountMeaning;
import dev.kulanz.intake.ImportOptions;
import dev.kulanz.intake.Imports;
import dev.kulanz.intake.RejectedFile;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A file of open items: uploaded, tried, looked at, then imported; it is sent only once. */
@Controller
@RequestMapping("/import")
class ImportPage {

    private static final int RECENT = 20;

    private final Imports imports;
    private final PendingImports pending;
    private final ImportRunner runner;
    private final CurrentUser user;

    ImportPage(Imports imports, PendingImports pending, ImportRunner runner, CurrentUser user) {
        this.imports = imports;
        this.pending = pending;
        this.runner = runner;
        this.user = user;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("recent", imports.recent(user.scope(), RECENT));
        return "desk/import";
    }

    /** Takes the file and tries it: nothing is changed yet. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String upload(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "CHANGES") ImportOptions.Mode mode,
            @RequestParam(defaultValue = "UNSAID") AmountMeaning amounts,
            RedirectAttributes redirect)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            PendingImport kept = pending.keep(user.name(), nameOf(file), content, mode, amounts);
            runner.check(kept);
            return "redirect:/import/" + kept.id();
        } catch (Refusal refusal) {
            FormMemory.keep("import", Map.of("mode", mode.name(), "amounts", amounts.name()), refusal, redirect);
            return "redirect:/import";
        }
    }

    private static String nameOf(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null || name.isBlank() ? "file.csv" : name.replaceAll(".*[/\\\\]", "");
    }

    /** What became of it so far; asked again while it is being read. */
    @GetMapping("/{id}")
    String result(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model) {
        model.addAttribute("pending", pending.get(id, user.name()));
        return fragment == null ? "desk/import-result" : "desk/import-result :: result";
    }

    /** The rows that were refused, to be mended and uploaded again; for who uploaded them. */
    @GetMapping(path = "/{id}/rejected.csv", produces = "text/csv")
    ResponseEntity<InputStreamResource> rejected(@PathVariable UUID id) {
        PendingImport file = pending.get(id, user.name());
        RejectedFile rejected = file.rejected();
        if (rejected == null) {
            throw Refusal.notFound(Said.of("import.rejected.none", "No row of this file was refused."));
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(rejectedOf(file.fileName()), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(rejected.open()));
    }

    private static String rejectedOf(String name) {
        return name.replaceAll("(?i)\\.(csv|txt)$", "").replaceAll("\\p{Cntrl}", "") + "-rejected.csv";
    }

    /** Tries it once more; if that was asked, though it would clear unusually much, or in the encoding that is named. */
    @PostMapping("/{id}/check")
    String checkAgain(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean confirm,
            @RequestParam(required = false) @Nullable String charset) {
        PendingImport file = pending.get(id, user.name());
        if (file.beginAgain(confirm, charset)) {
            runner.check(file);
        }
        return "redirect:/import/" + id;
    }

    /** Imports it; pressed twice, it is imported once. */
    @PostMapping("/{id}/run")
    String run(@PathVariable UUID id) {
        PendingImport file = pending.get(id, user.name());
        if (file.begin(PendingImport.State.IMPORTING, PendingImport.State.CHECKED)) {
            runner.run(file);
        }
        return "redirect:/import/" + id;
    }
}

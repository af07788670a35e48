package dev.kulanz.agreements;

import dev.kulanz.cases.CaseDesk;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Promises from other systems: 201 when noted, 200 with the same body when said once more, 422 when refused. */
@RestController
@RequestMapping("/api/v1/promises")
class PromiseController {

    private final CaseDesk desk;
    private final Promises promises;

    PromiseController(CaseDesk desk, Promises promises) {
        this.desk = desk;
        this.promises = promises;
    }

    /** @param date by when he wants to have paid, any day of the week */
    record PromiseRequest(
            @Nullable String caseNumber,
            @Nullable BigDecimal amount,
            @Nullable LocalDate date) {}

    @PostMapping
    ResponseEntity<PromiseView> make(@RequestBody PromiseRequest wanted) {
        var made =
                promises.make(open(wanted.caseNumber()).number(), wanted.amount(), wanted.date(), Promise.Source.API);
        return ResponseEntity.status(made.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(view(made.promise()));
    }

    /** All promises of a case, the oldest first. */
    @GetMapping
    List<PromiseView> ofCase(@RequestParam(required = false) @Nullable String caseNumber) {
        return promises.ofCase(open(caseNumber).id()).stream().map(this::view).toList();
    }

    private PromiseView view(Promise promise) {
        return PromiseView.of(promise, promises.restOf(promise));
    }

    private DunningCase open(@Nullable String caseNumber) {
        if (caseNumber == null || caseNumber.isBlank()) {
            throw Refusal.unacceptable("caseNumber", "Please name the case, e.g. K-2026-000123.");
        }
        return desk.open(caseNumber);
    }
}

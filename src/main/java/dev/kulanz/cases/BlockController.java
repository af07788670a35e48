package dev.kulanz.cases;

import dev.kulanz.receivables.Representative;
import dev.kulanz.receivables.Representatives;
import dev.kulanz.shared.Refusal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Blocks of a case, for other systems: dunning stops with the answer. */
@RestController
@RequestMapping("/api/v1/cases/{number}/blocks")
class BlockController {

    private final CaseDesk desk;
    private final Blocks blocks;
    private final Lifting lifting;
    private final Representatives representatives;

    BlockController(CaseDesk desk, Blocks blocks, Lifting lifting, Representatives representatives) {
        this.desk = desk;
        this.blocks = blocks;
        this.lifting = lifting;
        this.representatives = representatives;
    }

    /**
     * A wanted block.
     *
     * @param scope CASE (default), ITEM, which needs {@code invoiceId}, or PERSON. DECEASED, INSOLVENCY, REPRESENTED, HARDSHIP
     *     and MINOR hold for the person whatever is said here, and so does MANUAL without an end and an invoice
     * @param until last blocked day; absent: until it is lifted
     * @param representative who is written to in the debtor's place; with REPRESENTED only
     */
    record BlockRequest(
            @Nullable String reason,
            CaseBlock.@Nullable Scope scope,
            @Nullable String invoiceId,
            @Nullable LocalDate until,
            @Nullable String note,
            RepresentativeController.@Nullable Named representative) {}

    @GetMapping
    List<CaseView.BlockView> list(@PathVariable String number) {
        return blocks.active(desk.open(number)).stream()
                .map(CaseView.BlockView::of)
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CaseView.BlockView place(@PathVariable String number, @RequestBody BlockRequest wanted) {
        DunningCase on = desk.open(number);
        BlockReason reason = reason(wanted.reason());
        if (wanted.representative() != null && reason != BlockReason.REPRESENTED) {
            throw Refusal.unacceptable(
                    "representative", "Somebody represents the debtor only where he is REPRESENTED.");
        }
        if (wanted.scope() == CaseBlock.Scope.PERSON
                && reason.ofPerson(wanted.until()).isEmpty()) {
            throw Refusal.unacceptable(
                    "scope",
                    "This holds for a case or one of its invoices, not for the person: please say CASE or ITEM.");
        }
        boolean item = wanted.scope() == CaseBlock.Scope.ITEM || (wanted.scope() == null && wanted.invoiceId() != null);
        if (!item && wanted.invoiceId() != null) {
            throw Refusal.unacceptable(
                    "invoiceId", "A block of the whole case names no invoice: please leave it out, or say ITEM.");
        }
        if (item && wanted.invoiceId() == null) {
            throw Refusal.unacceptable("invoiceId", "To block one item, please name its invoice.");
        }
        Representative who =
                wanted.representative() == null ? null : wanted.representative().checked();
        var block = blocks.place(
                on.number(),
                new Blocks.Wanted(reason, item ? wanted.invoiceId() : null, wanted.until(), "API", wanted.note()));
        if (who != null) {
            representatives.record(on.debtorId(), who, on.number());
        }
        return CaseView.BlockView.of(block);
    }

    /**
     * Lifts all blocks that concern the case, those of its person in all his cases, or those of one reason.
     *
     * @param matter what becomes of that which stands behind one: END, or KEEP, which leaves it and its block; 409 if it is needed
     */
    @DeleteMapping
    ResponseEntity<List<CaseView.BlockView>> liftAll(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String matter) {
        return lifted(
                lifting.liftAll(desk.open(number).number(), reason == null ? null : reason(reason), decision(matter)));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<List<CaseView.BlockView>> lift(
            @PathVariable String number,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String matter) {
        return lifted(lifting.lift(desk.open(number).number(), id, decision(matter)));
    }

    /** 204 if all are lifted; else 200 with those that stay. */
    private static ResponseEntity<List<CaseView.BlockView>> lifted(List<CaseBlock> kept) {
        return kept.isEmpty()
                ? ResponseEntity.noContent().build()
                : ResponseEntity.ok(kept.stream().map(CaseView.BlockView::of).toList());
    }

    private static Lifting.@Nullable Decision decision(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(Lifting.Decision.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.unacceptable(
                        "matter", "Please say what becomes of what stands behind the block: END or KEEP."));
    }

    private static BlockReason reason(@Nullable String name) {
        return BlockReason.placeable().stream()
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.unacceptable("reason", "Please give a reason out of " + BlockReason.placeable() + "."));
    }
}

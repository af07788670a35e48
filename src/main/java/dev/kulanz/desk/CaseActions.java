package dev.kulanz.desk;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.CaseDesk;
import dev.kulanz.cases.CaseNotes;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.Lifting;
import dev.kulanz.payments.PaymentOrder;
import dev.kulanz.payments.Payments;
import dev.kulanz.receivables.Debtors;
import dev.kulanz.shared.BusinessClock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a case worker does in a case file. Each answer is the file again: with the result, or with what was refused. */
@Controller
@RequestMapping("/cases/{number}")
class CaseActions {

    private final CaseDesk desk;
    private final Debtors debtors;
    private final Payments payments;
    private final Blocks blocks;
    private final Lifting lifting;
    private final CaseNotes notes;
    private final CurrentUser user;
    private final BusinessClock clock;
    private final FormAnswer answer;

    CaseActions(
            CaseDesk desk,
            Debtors debtors,
            Payments payments,
            Blocks blocks,
            Lifting lifting,
            CaseNotes notes,
            CurrentUser user,
            BusinessClock clock,
            FormAnswer answer) {
        this.desk = desk;
        this.debtors = debtors;
        this.payments = payments;
        this.blocks = blocks;
        this.lifting = lifting;
        this.notes = notes;
        this.user = user;
        this.clock = clock;
        this.answer = answer;
    }

    /** Books a payment; the id was made with the form, so that pressing twice books once. */
    @PostMapping("/payments")
    String bookPayment(
            @PathVariable String number,
            @RequestParam Map<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        DunningCase of = desk.open(number);
        return answer.to(of.number(), "payment", values, locale, redirect, input -> {
            boolean isNew = payments.book(payment(of, input), user.scope()).isNew();
            return isNew ? "desk.payment.booked" : "desk.payment.booked-before";
        });
    }

    private PaymentOrder payment(DunningCase of, FormInput input) {
        LocalDate today = clock.today();
        LocalDate valueDate = input.day("valueDate");
        if (valueDate != null && valueDate.isAfter(today)) {
            throw input.refuse("valueDate", "desk.payment.future");
        }
        return new PaymentOrder(
                input.required("externalId"),
                of.creditorId(),
                debtors.get(of.debtorId()).externalId(),
                input.text("invoiceId"),
                input.amount("amount"),
                of.currency(),
                valueDate == null ? today : valueDate,
                input.text("reference"));
    }

    @PostMapping("/blocks")
    String placeBlock(
            @PathVariable String number,
            @RequestParam Map<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        DunningCase of = desk.open(number);
        return answer.to(of.number(), "block", values, locale, redirect, input -> {
            LocalDate until = input.day("until");
            if (until != null && until.isBefore(clock.today())) {
                throw input.refuse("until", "desk.block.past");
            }
            blocks.place(
                    number,
                    new Blocks.Wanted(reason(input), input.text("invoiceId"), until, "DESK", input.text("note")));
            return "desk.block.placed";
        });
    }

    private static BlockReason reason(FormInput input) {
        String name = input.required("reason");
        return BlockReason.placeable().stream()
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElseThrow(() -> input.refuse("reason", "desk.input.required"));
    }

    /** Lifts a block; where something stands behind it, the page has asked what becomes of that. */
    @PostMapping("/blocks/{id}/lift")
    String liftBlock(
            @PathVariable String number,
            @PathVariable UUID id,
            @RequestParam Map<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        DunningCase of = desk.open(number);
        return answer.to(of.number(), "lift", values, locale, redirect, input -> {
            boolean lifted = lifting.lift(number, id, decision(input)).isEmpty();
            return lifted ? "desk.block.lifted" : "desk.block.kept";
        });
    }

    /** Null where nobody was asked: then nothing may stand behind the block. */
    private static Lifting.@Nullable Decision decision(FormInput input) {
        String name = input.text("matter");
        return name == null
                ? null
                : Arrays.stream(Lifting.Decision.values())
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> input.refuse("matter", "desk.input.required"));
    }

    @PostMapping("/notes")
    String addNote(
            @PathVariable String number,
            @RequestParam Map<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        DunningCase of = desk.open(number);
        return answer.to(of.number(), "note", values, locale, redirect, input -> {
            notes.add(of, input.required("text"));
            return "desk.note.added";
        });
    }
}

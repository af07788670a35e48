package dev.kulanz.desk;

import dev.kulanz.agreements.Objection;
import dev.kulanz.agreements.Promise;
import dev.kulanz.agreements.PromiseTerms;
import dev.kulanz.agreements.Promises;
import dev.kulanz.cases.CaseDesk;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.decisions.DecisionFailed;
import dev.kulanz.journey.FailedTable;
import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.LocalFormat;
import dev.kulanz.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Notes what a debtor told a case worker; what can't be taken is said in the reader's language. */
@Controller
class PromisePage {

    private static final String FORM = "promise";

    private final CaseDesk desk;
    private final Promises promises;
    private final MessageSource messages;

    PromisePage(CaseDesk desk, Promises promises, MessageSource messages) {
        this.desk = desk;
        this.promises = promises;
        this.messages = messages;
    }

    @PostMapping("/cases/{number}/promises")
    String note(
            @PathVariable String number,
            @RequestParam Map<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        DunningCase of = desk.open(number);
        Words words = new Words(messages, locale);
        try {
            FormInput input = new FormInput(values, words);
            Promises.Made made = note(of, input.amount("amount"), input.day("date"), words, locale);
            redirect.addFlashAttribute("done", done(made));
        } catch (Refusal refusal) {
            FormMemory.keep(FORM, values, refusal, redirect);
        }
        return "redirect:/cases/" + of.number();
    }

    private static String done(Promises.Made made) {
        if (!made.isNew()) {
            return "desk.promise.noted-before";
        }
        return switch (made.promise().rests()) {
            case CASE -> "desk.promise.noted";
            case ITEMS -> "desk.promise.noted-items";
            case NOTHING -> "desk.promise.noted-nothing";
        };
    }

    private Promises.Made note(DunningCase of, BigDecimal amount, @Nullable LocalDate day, Words words, Locale locale) {
        try {
            return promises.make(of.number(), amount, day, Promise.Source.DESK);
        } catch (Refusal refusal) {
            throw reworded(refusal, promises.terms(of), amount, day, words, new LocalFormat(locale));
        } catch (DecisionFailed failed) {
            throw FailedTable.refusal(failed);
        }
    }

    private static Refusal reworded(
            Refusal refusal,
            PromiseTerms terms,
            BigDecimal amount,
            @Nullable LocalDate day,
            Words words,
            LocalFormat show) {
        List<FieldError> errors = terms.objections(amount, day).stream()
                .map(objection -> new FieldError(objection.field(), sentence(objection, terms, words, show)))
                .toList();
        return errors.isEmpty() ? refusal : Refusal.unacceptable(errors.get(0).message(), errors);
    }

    private static String sentence(Objection objection, PromiseTerms terms, Words words, LocalFormat show) {
        return Sentence.fill(words.say("desk.promise.no." + objection), gap -> switch (gap) {
            case "owed" -> show.money(terms.owed(), terms.currency());
            case "earliest" -> show.day(terms.earliest());
            case "latest" -> show.day(terms.latest());
            case "most" -> show.count(terms.most());
            default -> null;
        });
    }
}

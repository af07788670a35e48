package dev.kulanz.desk;

import dev.kulanz.cases.CaseDesk;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.receivables.Representative;
import dev.kulanz.receivables.Representatives;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who represents the debtor: recorded and removed in the case file. */
@Controller
@RequestMapping("/cases/{number}/representative")
class RepresentativePage {

    private static final String FORM = "representative";

    private final CaseDesk desk;
    private final Representatives representatives;
    private final FormAnswer answer;

    RepresentativePage(CaseDesk desk, Representatives representatives, FormAnswer answer) {
        this.desk = desk;
        this.representatives = representatives;
        this.answer = answer;
    }

    @PostMapping
    String record(
            @PathVariable String number,
            @RequestParam Map<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        DunningCase of = desk.open(number);
        return answer.to(of.number(), FORM, values, locale, redirect, input -> {
            Representative who = Representative.written(
                    input.text("name"),
                    input.text("email"),
                    input.text("street"),
                    input.text("postcode"),
                    input.text("city"),
                    input.text("country"));
            representatives.record(of.debtorId(), who, of.number());
            return "desk.representative.kept";
        });
    }

    @PostMapping("/remove")
    String remove(
            @PathVariable String number,
            @RequestParam Map<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        DunningCase of = desk.open(number);
        return answer.to(of.number(), FORM, values, locale, redirect, input -> {
            representatives.remove(of.debtorId(), of.number());
            return "desk.representative.removed";
        });
    }
}

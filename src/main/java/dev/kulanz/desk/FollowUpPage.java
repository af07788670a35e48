package dev.kulanz.desk;

import dev.kulanz.cases.CaseDesk;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.FollowUps;
import dev.kulanz.shared.BusinessClock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Follow-up dates in the case file. */
@Controller
@RequestMapping("/cases/{number}/follow-up")
class FollowUpPage {

    private static final String FORM = "follow-up";

    private final CaseDesk desk;
    private final FollowUps followUps;
    private final FormAnswer answer;
    private final BusinessClock clock;

    FollowUpPage(CaseDesk desk, FollowUps followUps, FormAnswer answer, BusinessClock clock) {
        this.desk = desk;
        this.followUps = followUps;
        this.answer = answer;
        this.clock = clock;
    }

    @PostMapping
    String set(
            @PathVariable String number,
            @RequestParam Map<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        DunningCase of = desk.open(number);
        return answer.to(of.number(), FORM, values, locale, redirect, input -> {
            input.required("date");
            LocalDate day = input.day("date");
            if (day != null && day.isBefore(clock.today())) {
                throw input.refuse("date", "desk.follow-up.past");
            }
            followUps.set(of, day, input.required("reason"));
            return "desk.follow-up.kept";
        });
    }

    @PostMapping("/clear")
    String clear(
            @PathVariable String number,
            @RequestParam Map<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        DunningCase of = desk.open(number);
        return answer.to(of.number(), FORM, values, locale, redirect, input -> {
            followUps.clear(of);
            return "desk.follow-up.cleared";
        });
    }
}

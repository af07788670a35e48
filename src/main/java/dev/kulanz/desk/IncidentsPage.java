package dev.kulanz.desk;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.access.CurrentUser;
import dev.kulanz.cases.CaseDesk;
import dev.kulanz.contact.Contacts;
import dev.kulanz.contact.Doubt;
import dev.kulanz.contact.DoubtDesk;
import dev.kulanz.contact.Results;
import dev.kulanz.journey.JourneyRestart;
import dev.kulanz.journey.Operations;
import dev.kulanz.journey.StalledCases;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What went wrong and waits for a person. */
@Controller
@RequestMapping("/incidents")
class IncidentsPage {

    private static final int SHOWN = 100;
    private static final int CAUSES = 20;
    private static final int WARNINGS = 50;
    private static final Pattern CAUSE = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern ID = Pattern.compile("[\\w-]{1,64}");

    private final Operations operations;
    private final Contacts contacts;
    private final MessageDesk messages;
    private final Results results;
    private final DoubtDesk doubts;
    private final Lately<CreditorScope, List<StalledCases.Stalled>> lately;
    private final JourneyRestart restart;
    private final CaseDesk desk;
    private final CurrentUser user;

    IncidentsPage(
            Operations operations,
            Contacts contacts,
            MessageDesk messages,
            Results results,
            DoubtDesk doubts,
            StalledCases stalled,
            BusinessClock clock,
            @Value(DashboardFigures.AT_ONCE) Duration atOnce,
            FigureWorkers workers,
            JourneyRestart restart,
            CaseDesk desk,
            CurrentUser user) {
        this.operations = operations;
        this.contacts = contacts;
        this.messages = messages;
        this.results = results;
        this.doubts = doubts;
        this.lately = new Lately<>(stalled::list, clock, atOnce, workers);
        this.restart = restart;
        this.desk = desk;
        this.user = user;
    }

    /** @param cause null: all, by their causes */
    @GetMapping
    String page(
            @RequestParam(required = false) @Nullable String cause,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        if (cause != null) {
            return ofCause(cause, page, model);
        }
        var scope = user.scope();
        Paging paging = new Paging(Paging.checked(page), CAUSES, operations.countGroups(scope), "/incidents", Map.of());
        model.addAttribute("groups", operations.groups(scope, paging.page(), CAUSES));
        model.addAttribute("paging", paging);
        model.addAttribute("triedAgain", operations.countTriedAgain(scope));
        lately.of(scope).ifPresent(shown -> {
            model.addAttribute("stalled", shown.figures());
            model.addAttribute("asOf", shown.asOf());
        });
        model.addAttribute("unknown", contacts.unknown(scope, SHOWN));
        model.addAttribute("newerModels", operations.newerShippedModels());
        var warnings = operations.modelWarnings();
        model.addAttribute("warnings", warnings.stream().limit(WARNINGS).toList());
        model.addAttribute("moreWarnings", Math.max(0, warnings.size() - WARNINGS));
        return "desk/incidents";
    }

    private String ofCause(String cause, int page, Model model) {
        var scope = user.scope();
        long total = CAUSE.matcher(cause).matches() ? operations.countIncidents(cause, scope) : 0;
        Paging paging = new Paging(Paging.checked(page), SHOWN, total, "/incidents", Map.of("cause", cause));
        model.addAttribute("cause", cause);
        model.addAttribute(
                "incidents", total == 0 ? List.of() : operations.incidents(cause, scope, paging.page(), SHOWN));
        model.addAttribute("paging", paging);
        return "desk/incidents-of-cause";
    }

    @PostMapping("/{id}/retry")
    String retry(@PathVariable String id, RedirectAttributes redirect) {
        if (!ID.matcher(id).matches()) {
            throw Refusal.notFound("There is no such incident.");
        }
        boolean retried = operations.retry(id, user.scope());
        redirect.addFlashAttribute("done", retried ? "desk.incidents.retried" : "desk.incidents.gone");
        return "redirect:/incidents";
    }

    /** Everything that failed for one reason. */
    @PostMapping("/retry")
    String retryAll(@RequestParam String cause, RedirectAttributes redirect) {
        if (!CAUSE.matcher(cause).matches()) {
            throw Refusal.notFound("There is no such cause.");
        }
        boolean any = operations.retryAll(cause, user.scope()) > 0;
        redirect.addFlashAttribute("done", any ? "desk.incidents.all-retried" : "desk.incidents.gone");
        return "redirect:/incidents";
    }

    /** All cases in which nothing would happen any more. */
    @PostMapping("/cases/restart")
    String restartAll(RedirectAttributes redirect) {
        boolean any = operations.restartAll(user.scope()) > 0;
        redirect.addFlashAttribute("done", any ? "desk.incidents.all-restarted" : "desk.incidents.gone");
        return "redirect:/incidents";
    }

    /** Nothing would happen in this case any more: its journey is started again. */
    @PostMapping("/cases/{number}/restart")
    String restart(@PathVariable String number, RedirectAttributes redirect) {
        boolean restarted = restart.restart(desk.open(number).number());
        redirect.addFlashAttribute("done", restarted ? "desk.incidents.restarted" : "desk.incidents.gone");
        return "redirect:/incidents";
    }

    /** A person found out whether a message went out. */
    @PostMapping("/contacts/{id}")
    String resolve(@PathVariable UUID id, @RequestParam boolean sent, RedirectAttributes redirect) {
        UUID contact = messages.open(id).id();
        if (doubts.answer(
                        new DoubtDesk.Which(null, null, null, contact),
                        sent ? Doubt.Answer.LEFT : Doubt.Answer.STAYED,
                        user.scope())
                == 0) {
            results.resolve(contact, sent);
        }
        redirect.addFlashAttribute("done", "desk.incidents.resolved");
        return "redirect:/incidents";
    }
}

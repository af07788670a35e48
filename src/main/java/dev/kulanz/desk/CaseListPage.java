package dev.kulanz.desk;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.cases.CaseSearch;
import dev.kulanz.cases.CaseSummary;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.LadderStep;
import dev.kulanz.cases.NextActions;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.shared.BusinessClock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of cases. */
@Controller
class CaseListPage {

    private static final int SIZE = 25;

    private final CaseSearch search;
    private final NextActions nextActions;
    private final Creditors creditors;
    private final CurrentUser user;
    private final BusinessClock clock;

    CaseListPage(
            CaseSearch search, NextActions nextActions, Creditors creditors, CurrentUser user, BusinessClock clock) {
        this.search = search;
        this.nextActions = nextActions;
        this.creditors = creditors;
        this.user = user;
        this.clock = clock;
    }

    /** The whole page, or only its results while somebody types. */
    @GetMapping("/cases")
    String list(
            CaseFilter filter,
            @RequestParam(defaultValue = "0") int page,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model) {
        var scope = user.scope();
        CaseSearch.Found found = search.find(scope, filter.wanted(), Paging.checked(page), SIZE);
        Paging paging = new Paging(Paging.checked(page), SIZE, found.total(), "/cases", filter.given());
        List<CaseSummary> cases = found.cases();
        model.addAttribute("filter", filter);
        model.addAttribute("isBounded", found.isBounded());
        model.addAttribute("cases", cases);
        model.addAttribute(
                "next", nextActions.of(cases.stream().map(CaseSummary::number).toList()));
        model.addAttribute("paging", paging);
        model.addAttribute("today", clock.today());
        if (fragment != null) {
            return "desk/cases :: results";
        }
        model.addAttribute("statuses", DunningCase.Status.values());
        model.addAttribute("marks", CaseSearch.Mark.values());
        model.addAttribute("creditors", creditors.named(scope));
        model.addAttribute(
                "steps",
                Stream.concat(
                                Stream.of("none"),
                                Arrays.stream(LadderStep.values()).map(LadderStep::id))
                        .toList());
        return "desk/cases";
    }
}

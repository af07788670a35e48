package dev.kulanz.desk;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.access.Role;
import dev.kulanz.journey.CaseDiagrams;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The portfolio at a glance. */
@Controller
class DashboardPage {

    private final Portfolio portfolio;
    private final Attention attention;
    private final CaseDiagrams diagrams;
    private final CurrentUser user;

    DashboardPage(Portfolio portfolio, Attention attention, CaseDiagrams diagrams, CurrentUser user) {
        this.portfolio = portfolio;
        this.attention = attention;
        this.diagrams = diagrams;
        this.user = user;
    }

    @GetMapping("/")
    String dashboard(Model model, Locale locale) {
        model.addAttribute("portfolio", portfolio.of(user.scope()));
        model.addAttribute("attention", attention.of(user.scope(), user.has(Role.ADMIN), locale));
        model.addAttribute("ladders", diagrams.ladders());
        return "desk/dashboard";
    }
}

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

    private final DashboardFigures figures;
    private final Attention attention;
    private final CaseDiagrams diagrams;
    private final CurrentUser user;

    DashboardPage(DashboardFigures figures, Attention attention, CaseDiagrams diagrams, CurrentUser user) {
        this.figures = figures;
        this.attention = attention;
        this.diagrams = diagrams;
        this.user = user;
    }

    @GetMapping("/")
    String dashboard(Model model, Locale locale) {
        var scope = user.scope();
        figures.of(scope).ifPresent(shown -> {
            model.addAttribute("portfolio", shown.figures().portfolio());
            model.addAttribute(
                    "attention", attention.of(scope, shown.figures().counted(), user.has(Role.ADMIN), locale));
            model.addAttribute("asOf", shown.asOf());
        });
        model.addAttribute("ladders", diagrams.ladders());
        return "desk/dashboard";
    }
}

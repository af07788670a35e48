package dev.kulanz.desk;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.cases.Flow;
import dev.kulanz.cases.StockWeek;
import dev.kulanz.receivables.Creditors;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Stock and flow: what came, what went and what is left, week by week and step by step. */
@Controller
@RequestMapping("/stock")
class StockPage {

    private static final int WEEKS = 12;

    private final StockFigures stock;
    private final Creditors creditors;
    private final CurrentUser user;

    StockPage(StockFigures stock, Creditors creditors, CurrentUser user) {
        this.stock = stock;
        this.creditors = creditors;
        this.user = user;
    }

    /** @param week a day of the week that is shown by step; absent: the present week */
    @GetMapping
    String page(
            @RequestParam(required = false) @Nullable String creditor,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate week,
            Model model) {
        String only = creditor == null || creditor.isBlank() ? null : creditor;
        model.addAttribute("creditor", only);
        model.addAttribute("creditors", creditors.named(user.scope()));
        model.addAttribute("flows", Flow.values());
        stock.weeks(user.scope(), only, WEEKS).ifPresent(reckoned -> {
            List<StockWeek> weeks = reckoned.figures().stream()
                    .filter(one -> !one.lines().isEmpty())
                    .toList();
            LocalDate shown = shown(weeks, week);
            model.addAttribute("asOf", reckoned.asOf());
            model.addAttribute(
                    "currencies",
                    weeks.stream().map(StockWeek::currency).distinct().sorted().toList());
            model.addAttribute("weeks", weeks);
            model.addAttribute("shown", shown);
            model.addAttribute(
                    "byStep",
                    weeks.stream().filter(one -> one.monday().equals(shown)).toList());
        });
        return "desk/stock";
    }

    /** The present week in a few figures, fetched by the dashboard when it is there. */
    @GetMapping("/card")
    String card(Model model) {
        stock.weeks(user.scope(), null, 1).ifPresent(reckoned -> {
            model.addAttribute("weeks", reckoned.figures());
            model.addAttribute("asOf", reckoned.asOf());
        });
        model.addAttribute("flows", Flow.values());
        return "desk/stock-card :: card";
    }

    private static @Nullable LocalDate shown(List<StockWeek> weeks, @Nullable LocalDate wanted) {
        return weeks.stream()
                .map(StockWeek::monday)
                .filter(monday -> wanted == null || !monday.isAfter(wanted))
                .findFirst()
                .or(() -> weeks.stream().map(StockWeek::monday).min(Comparator.naturalOrder()))
                .orElse(null);
    }
}

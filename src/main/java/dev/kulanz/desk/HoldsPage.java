package dev.kulanz.desk;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.orders.HeldItems;
import dev.kulanz.receivables.ItemHold;
import dev.kulanz.receivables.ItemHolds;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.ListPage;
import dev.kulanz.shared.Refusal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Open invoices that are held back by a debit that is awaited or by what happened to their order. */
@Controller
@RequestMapping("/holds")
class HoldsPage {

    private static final int SIZE = 25;

    private final HeldItems holds;
    private final CurrentUser user;
    private final MessageSource messages;

    HoldsPage(HeldItems holds, CurrentUser user, MessageSource messages) {
        this.holds = holds;
        this.user = user;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String due,
            @RequestParam(defaultValue = "0") int page,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model) {
        var scope = user.scope();
        boolean onlyDue = "true".equals(due);
        ItemHolds.Sought sought = new ItemHolds.Sought(
                onlyDue, HeldItems.reason(reason), q == null || Legible.isBlank(q) ? null : q.strip());
        Map<String, @Nullable String> asked = new HashMap<>();
        asked.put("q", q);
        asked.put("reason", reason);
        asked.put("due", onlyDue ? "true" : null);
        ItemHolds.First first = holds.first(sought, scope, new ListPage(Paging.checked(page), SIZE));
        Paging paging = new Paging(Paging.checked(page), SIZE, first.total(), "/holds", Paging.filter(asked));
        model.addAttribute("held", first.items());
        model.addAttribute("isBounded", first.isBounded());
        model.addAttribute("paging", paging);
        model.addAttribute("q", q);
        model.addAttribute("reason", reason);
        model.addAttribute("onlyDue", onlyDue);
        model.addAttribute("reasons", ItemHold.Reason.values());
        return fragment == null ? "desk/holds" : "desk/holds :: results";
    }

    @PostMapping("/{id}/release")
    String release(@PathVariable UUID id, RedirectAttributes redirect) {
        try {
            holds.release(id, user.scope());
            redirect.addFlashAttribute("done", "desk.holds.released");
        } catch (Refusal refusal) {
            FormMemory.keep("hold", Map.of(), refusal, redirect);
        }
        return "redirect:/holds?due=true";
    }

    @PostMapping("/{id}/later")
    String later(
            @PathVariable UUID id,
            @RequestParam Map<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        try {
            holds.lookOn(id, new FormInput(values, new Words(messages, locale)).day("lookOn"), user.scope());
            redirect.addFlashAttribute("done", "desk.holds.later.done");
        } catch (Refusal refusal) {
            FormMemory.keep("hold-" + id, values, refusal, redirect);
        }
        return "redirect:/holds?due=true";
    }
}

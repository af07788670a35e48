package dev.kulanz.desk;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.contact.Channel;
import dev.kulanz.contact.Doubt;
import dev.kulanz.contact.DoubtDesk;
import dev.kulanz.departures.SendingRests;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.shared.Refusal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A backup was restored: what may have left since, and letting go again. */
@Controller
@RequestMapping("/restored")
class RestoredPage {

    private static final int SIZE = 50;
    private static final String BACK = "redirect:/restored";

    private final SendingRests rests;
    private final DoubtDesk doubts;
    private final Creditors creditors;
    private final CurrentUser user;

    RestoredPage(SendingRests rests, DoubtDesk doubts, Creditors creditors, CurrentUser user) {
        this.rests = rests;
        this.doubts = doubts;
        this.creditors = creditors;
        this.user = user;
    }

    @GetMapping
    String page(
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var scope = user.scope();
        Map<String, @Nullable String> asked = new HashMap<>();
        Channel over = channel(channel);
        asked.put("channel", over == null ? null : over.name());
        DoubtDesk.Which which = new DoubtDesk.Which(null, over, null, null);
        Paging paging =
                new Paging(Paging.checked(page), SIZE, doubts.count(which, scope), "/restored", Paging.filter(asked));
        model.addAttribute("node", rests.node());
        model.addAttribute("rest", rests.active().orElse(null));
        model.addAttribute("byChannel", doubts.byChannel(scope));
        model.addAttribute("doubts", doubts.page(which, scope, paging.page(), SIZE));
        model.addAttribute("paging", paging);
        model.addAttribute("seesAll", scope.all());
        model.addAttribute(
                "names",
                creditors.named(scope).stream().collect(Collectors.toMap(Creditors.Named::id, Creditors.Named::name)));
        return "desk/restored";
    }

    private static @Nullable Channel channel(@Nullable String name) {
        return Arrays.stream(Channel.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Somebody knows that this database was restored. */
    @PostMapping
    String rest(@RequestParam boolean restored) {
        if (!user.scope().all()) {
            throw DoubtDesk.onlyForAll();
        }
        if (restored) {
            rests.place();
        }
        return BACK;
    }

    @PostMapping("/{id}/release")
    String release(@PathVariable UUID id, RedirectAttributes redirect) {
        try {
            doubts.release(id, user.scope());
            redirect.addFlashAttribute("done", "desk.restored.released");
        } catch (Refusal refusal) {
            redirect.addFlashAttribute("refused", refusal.said());
        }
        return BACK;
    }

    /** Of one, or of all over a channel. That some did not leave is to be ticked: they are sent then. */
    @PostMapping("/answers")
    String answer(
            @RequestParam Doubt.Answer answer,
            @RequestParam(required = false) @Nullable Channel channel,
            @RequestParam(required = false) @Nullable UUID contact,
            @RequestParam(defaultValue = "false") boolean sure,
            RedirectAttributes redirect) {
        if (channel == null && contact == null) {
            return BACK;
        }
        if (answer == Doubt.Answer.STAYED && !sure) {
            redirect.addFlashAttribute("unsure", true);
            return BACK;
        }
        int answered = doubts.answer(new DoubtDesk.Which(null, channel, null, contact), answer, user.scope());
        redirect.addFlashAttribute("answered", answered);
        return BACK;
    }
}

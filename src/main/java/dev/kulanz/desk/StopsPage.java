package dev.kulanz.desk;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.contact.Backlog;
import dev.kulanz.contact.Channel;
import dev.kulanz.contact.MissingAddress;
import dev.kulanz.contact.Step;
import dev.kulanz.payments.PaymentFeeds;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import dev.kulanz.stops.Stop;
import dev.kulanz.stops.Stops;
import java.util.Arrays;
import java.util.List;
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

/**
 * What messages have to wait for: stops, which are placed and lifted here, payments that are not known, an address,
 * creditors that are not complete.
 */
@Controller
@RequestMapping("/stops")
class StopsPage {

    private static final String FORM = "stop";

    private final Stops stops;
    private final PaymentFeeds feeds;
    private final MissingAddress address;
    private final Creditors creditors;
    private final CurrentUser user;

    StopsPage(Stops stops, PaymentFeeds feeds, MissingAddress address, Creditors creditors, CurrentUser user) {
        this.stops = stops;
        this.feeds = feeds;
        this.address = address;
        this.creditors = creditors;
        this.user = user;
    }

    @GetMapping
    String page(Model model) {
        var scope = user.scope();
        List<Stop> inForce = stops.inForce(scope);
        List<Creditors.Named> named = creditors.named(scope);
        model.addAttribute("stops", inForce);
        model.addAttribute(
                "names", named.stream().collect(Collectors.toMap(Creditors.Named::id, Creditors.Named::name)));
        model.addAttribute("creditors", named);
        model.addAttribute("seesAll", scope.all());
        model.addAttribute("steps", Arrays.stream(Step.values()).map(Step::id).toList());
        model.addAttribute("channels", Channel.values());
        model.addAttribute("feeds", feeds.all(scope));
        model.addAttribute("incomplete", creditors.incomplete(scope));
        model.addAttribute("addressMissing", address.state() == MissingAddress.State.MISSING);
        return "desk/stops";
    }

    @PostMapping
    String place(@RequestParam Map<String, String> values, RedirectAttributes redirect) {
        try {
            stops.place(
                    new Stops.Wanted(
                            chosen(values, "creditorId"),
                            chosen(values, "step"),
                            chosen(values, "channel"),
                            chosen(values, "reason")),
                    user.scope());
            redirect.addFlashAttribute("done", "desk.stops.placed");
        } catch (Refusal refusal) {
            FormMemory.keep(FORM, values, refusal, redirect);
        }
        return "redirect:/stops";
    }

    @PostMapping("/{id}/lift")
    String lift(@PathVariable UUID id, RedirectAttributes redirect) {
        Backlog.Release release = stops.lift(id, user.scope());
        redirect.addFlashAttribute("released", release);
        return "redirect:/stops";
    }

    private static @Nullable String chosen(Map<String, String> values, String field) {
        String value = values.getOrDefault(field, "");
        return Legible.isBlank(value) ? null : value;
    }
}

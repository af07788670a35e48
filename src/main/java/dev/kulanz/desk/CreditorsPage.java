package dev.kulanz.desk;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.access.Role;
import dev.kulanz.contact.Channel;
import dev.kulanz.receivables.Creditor;
import dev.kulanz.receivables.CreditorSettings;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.shared.CreditorId;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.ListPage;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The creditors: who of them is not complete, so that nothing is sent, and what each says of itself. */
@Controller
@RequestMapping("/creditors")
class CreditorsPage {

    private static final int SIZE = 25;

    /** Of which everything is still to be said. */
    private static final CreditorSettings NOTHING =
            new CreditorSettings(null, null, null, null, null, null, null, null, null, null, null, null, null);

    private final Creditors creditors;
    private final CurrentUser user;
    private final MessageSource messages;

    CreditorsPage(Creditors creditors, CurrentUser user, MessageSource messages) {
        this.creditors = creditors;
        this.user = user;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model) {
        var scope = user.scope();
        Map<String, @Nullable String> asked = new HashMap<>();
        asked.put("q", q);
        Paging paging =
                new Paging(Paging.checked(page), SIZE, creditors.count(scope, q), "/creditors", Paging.filter(asked));
        model.addAttribute("creditors", creditors.list(scope, q, new ListPage(paging.page(), SIZE)));
        model.addAttribute("paging", paging);
        model.addAttribute("q", q);
        model.addAttribute("mayAdd", maySet() && scope.all());
        return fragment == null ? "desk/creditors" : "desk/creditors :: results";
    }

    @GetMapping("/one")
    String one(@RequestParam String id, Model model) {
        Creditor creditor = visible(id);
        model.addAttribute("creditor", creditor);
        model.addAttribute("stamp", creditor.stamp());
        fields(CreditorForm.of(creditor), model);
        return "desk/creditor";
    }

    @PostMapping("/one")
    String change(@RequestParam MultiValueMap<String, String> values, Locale locale, RedirectAttributes redirect) {
        String id = values.toSingleValueMap().getOrDefault("id", "");
        String stamp = values.toSingleValueMap().getOrDefault("stamp", "");
        visible(id);
        act(values, locale, redirect, form -> {
            creditors.change(id, stamp, form::over);
            return "desk.creditor.changed";
        });
        redirect.addAttribute("id", id);
        return "redirect:/creditors/one";
    }

    @GetMapping("/new")
    String empty(Model model) {
        fields(CreditorForm.empty(), model);
        return "desk/creditor";
    }

    @PostMapping("/new")
    String add(@RequestParam MultiValueMap<String, String> values, Locale locale, RedirectAttributes redirect) {
        String id = values.toSingleValueMap().getOrDefault("id", "").strip();
        boolean added = act(values, locale, redirect, form -> {
            if (!user.scope().allows(id)) {
                throw Refusal.unacceptable(
                        "id",
                        Said.of(
                                "creditor.not-yours",
                                "You see only some creditors: somebody who sees all may add one."));
            }
            creditors.add(id, form.over(NOTHING));
            return "desk.creditor.added";
        });
        if (added) {
            redirect.addAttribute("id", id);
            return "redirect:/creditors/one";
        }
        return "redirect:/creditors/new";
    }

    private void fields(Map<String, String> kept, Model model) {
        FormMemory memory = model.getAttribute("form") instanceof FormMemory form ? form : FormMemory.EMPTY;
        model.addAttribute("now", kept);
        model.addAttribute("rows", CreditorForm.accounts(kept, memory));
        model.addAttribute("channels", Channel.values());
        model.addAttribute("maySet", maySet());
    }

    private boolean maySet() {
        return user.has(Role.PROCESS_OWNER) || user.has(Role.ADMIN);
    }

    private Creditor visible(String id) {
        return Optional.of(id)
                .filter(CreditorId::isOne)
                .filter(user.scope()::allows)
                .flatMap(creditors::find)
                .orElseThrow(() ->
                        Refusal.notFound(Said.of("creditor.none", "There is no creditor {0}.", Legible.quoted(id))));
    }

    private interface Action {
        /** @return the key of the sentence that says what was done */
        String with(CreditorForm form);
    }

    private boolean act(
            MultiValueMap<String, String> values, Locale locale, RedirectAttributes redirect, Action action) {
        CreditorForm form = new CreditorForm(values, new Words(messages, locale));
        try {
            redirect.addFlashAttribute("done", action.with(form));
            return true;
        } catch (Refusal refusal) {
            FormMemory.keep(CreditorForm.NAME, CreditorForm.single(values), form.onPage(refusal), redirect);
            return false;
        }
    }
}

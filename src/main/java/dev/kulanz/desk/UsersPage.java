package dev.kulanz.desk;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.access.DisplayName;
import dev.kulanz.access.NewUser;
import dev.kulanz.access.Role;
import dev.kulanz.access.UserChange;
import dev.kulanz.access.Users;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may work here; for admins. Passwords are made here, shown once and kept nowhere. */
@Controller
@RequestMapping("/users")
class UsersPage {

    private final Users users;
    private final Creditors creditors;
    private final MessageSource messages;

    UsersPage(Users users, Creditors creditors, MessageSource messages) {
        this.users = users;
        this.creditors = creditors;
        this.messages = messages;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("users", users.list());
        model.addAttribute("roles", Role.values());
        model.addAttribute("creditors", creditors.named(CreditorScope.ALL));
        return "desk/users";
    }

    @PostMapping
    String add(@RequestParam MultiValueMap<String, String> values, Locale locale, RedirectAttributes redirect) {
        return act("new", values, locale, redirect, input -> {
            String password = Password.make();
            NewUser user = newUser(values, input, password);
            users.create(user);
            show(user.name(), password, redirect);
            return "desk.users.added";
        });
    }

    @PostMapping("/{name}")
    String change(
            @PathVariable String name,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        return act("user-" + name, values, locale, redirect, input -> {
            users.change(name, userChange(values, input));
            return "desk.users.changed";
        });
    }

    @PostMapping("/{name}/password")
    String resetPassword(
            @PathVariable String name,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        return act("user-" + name, values, locale, redirect, input -> {
            String password = Password.make();
            users.resetPassword(name, password);
            show(name, password, redirect);
            return "desk.users.password-reset";
        });
    }

    @PostMapping("/{name}/enabled")
    String enable(
            @PathVariable String name,
            @RequestParam boolean enabled,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        return act("user-" + name, values, locale, redirect, input -> {
            if (enabled) {
                users.enable(name);
            } else {
                users.disable(name);
            }
            return enabled ? "desk.users.enabled" : "desk.users.disabled";
        });
    }

    private NewUser newUser(MultiValueMap<String, String> values, FormInput input, String password) {
        var name = input.read(() -> NewUser.checkedName(input.required("name")));
        String typed = input.text("displayName");
        var displayName = input.read(() -> typed == null ? name.orElse("") : DisplayName.checked(typed));
        var role = input.read(() -> role(input));
        var scope = input.read(() -> scope(values, input));
        input.complete();
        return new NewUser(name.get(), displayName.get(), password, role.get(), scope.get());
    }

    private UserChange userChange(MultiValueMap<String, String> values, FormInput input) {
        var displayName = input.read(() -> DisplayName.checked(input.required("displayName")));
        var role = input.read(() -> role(input));
        var scope = input.read(() -> scope(values, input));
        input.complete();
        return new UserChange(displayName.get(), role.get(), scope.get());
    }

    private static void show(String name, String password, RedirectAttributes redirect) {
        redirect.addFlashAttribute("newPasswordOf", name);
        redirect.addFlashAttribute("newPassword", password);
    }

    private static Role role(FormInput input) {
        String name = input.required("role");
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> input.refuse("role", "desk.input.required"));
    }

    private CreditorScope scope(MultiValueMap<String, String> values, FormInput input) {
        return switch (input.required("scope")) {
            case "all" -> CreditorScope.ALL;
            case "some" -> someCreditors(values, input);
            default -> throw input.refuse("scope", "desk.input.required");
        };
    }

    private CreditorScope someCreditors(MultiValueMap<String, String> values, FormInput input) {
        Set<String> ids = Set.copyOf(values.getOrDefault("creditors", List.of()));
        if (ids.isEmpty()) {
            throw input.refuse("scope", "desk.users.no-creditor");
        }
        CreditorScope scope = new CreditorScope(false, ids);
        scope.requireIds();
        ids.stream().filter(id -> creditors.find(id).isEmpty()).findFirst().ifPresent(id -> {
            throw Refusal.unacceptable(
                    "scope", Said.of("creditor.none", "There is no creditor {0}.", Legible.quoted(id)));
        });
        return scope;
    }

    /** Which of two is meant, nobody can tell. */
    private static void requireOneOfEach(MultiValueMap<String, String> values) {
        values.forEach((field, all) -> {
            if (all.size() > 1 && !field.equals("creditors")) {
                throw Refusal.unacceptable(
                        field, Said.of("field.twice", "{0} is there more than once.", Legible.quoted(field)));
            }
        });
    }

    private String act(
            String form,
            MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect,
            java.util.function.Function<FormInput, String> action) {
        Map<String, String> single = new HashMap<>(values.toSingleValueMap());
        try {
            requireOneOfEach(values);
            redirect.addFlashAttribute("done", action.apply(new FormInput(single, new Words(messages, locale))));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                throw refusal; // there is no form that could show it
            }
            single.put("creditors", String.join(",", values.getOrDefault("creditors", List.of())));
            FormMemory.keep(form, single, refusal, redirect);
        }
        return "redirect:/users";
    }
}

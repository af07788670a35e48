package dev.kulanz.desk;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.access.InterruptedForm;
import dev.kulanz.access.Role;
import dev.kulanz.access.User;
import dev.kulanz.shared.LocalFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page of the desk its frame, the reader's formats and words, and what a refused form had in it. */
@ControllerAdvice(basePackageClasses = PageFrame.class)
class PageFrame {

    private final CurrentUser user;
    private final TimeJump time;
    private final ObjectProvider<FillProgress> fill;
    private final MessageSource messages;

    PageFrame(CurrentUser user, TimeJump time, ObjectProvider<FillProgress> fill, MessageSource messages) {
        this.user = user;
        this.time = time;
        this.fill = fill;
        this.messages = messages;
    }

    @ModelAttribute
    void frame(Model model, Locale locale) {
        boolean manages = user.has(Role.ADMIN);
        boolean owns = user.has(Role.PROCESS_OWNER);
        boolean mayAct = manages || owns || user.has(Role.CASE_WORKER);
        model.addAttribute(
                "frame",
                new Frame(
                        user.user().map(User::displayName).orElseGet(user::name),
                        mayAct,
                        manages,
                        mayAct,
                        manages || owns || user.has(Role.COMPLIANCE),
                        time.bar().orElse(null),
                        filled(),
                        fill.stream().anyMatch(FillProgress::hasFailed)));
        model.addAttribute("show", new LocalFormat(locale));
        Words words = new Words(messages, locale);
        model.addAttribute("words", words);
        model.addAttribute("form", form(model).in(words));
    }

    private static FormMemory form(Model model) {
        if (model.getAttribute("form") instanceof FormMemory refused) {
            return refused;
        }
        return model.getAttribute(InterruptedForm.MODEL_NAME) instanceof InterruptedForm interrupted
                ? FormMemory.of(interrupted)
                : FormMemory.EMPTY;
    }

    private @Nullable Integer filled() {
        FillProgress progress = fill.getIfAvailable();
        return progress == null || progress.isDone() || progress.hasFailed() ? null : progress.percent();
    }
}

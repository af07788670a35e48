package dev.kulanz.desk;

import dev.kulanz.shared.Refusal;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answers a form of a case file with the file again: with the result, or with what was refused and the input. */
@Component
class FormAnswer {

    private final MessageSource messages;

    FormAnswer(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * Does what a form asks for.
     *
     * @param form its name on the page
     * @param action yields the key of the sentence that says what was done
     */
    String to(
            String caseNumber,
            String form,
            Map<String, String> values,
            Locale locale,
            RedirectAttributes redirect,
            Function<FormInput, String> action) {
        try {
            redirect.addFlashAttribute("done", action.apply(new FormInput(values, new Words(messages, locale))));
        } catch (Refusal refusal) {
            FormMemory.keep(form, values, refusal, redirect);
        }
        return "redirect:/cases/" + caseNumber;
    }
}

package dev.kulanz.desk;

import dev.kulanz.watch.Alarms;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is wrong, what was, and who hears of it; for admins. */
@Controller
@RequestMapping("/alarms")
class AlarmsPage {

    private final Alarms alarms;

    AlarmsPage(Alarms alarms) {
        this.alarms = alarms;
    }

    @GetMapping
    String page(Model model, Locale locale) {
        model.addAttribute("standing", alarms.standing(locale));
        model.addAttribute("ended", alarms.ended(locale));
        model.addAttribute("ways", alarms.ways());
        model.addAttribute("nobodyTold", alarms.isNobodyTold());
        return "desk/alarms";
    }

    @PostMapping("/test")
    String test(RedirectAttributes redirect) {
        redirect.addFlashAttribute("tested", alarms.test());
        return "redirect:/alarms";
    }
}

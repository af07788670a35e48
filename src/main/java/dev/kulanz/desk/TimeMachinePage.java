package dev.kulanz.desk;

import dev.kulanz.shared.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The bar of the time machine. */
@Controller
@RequestMapping("/time-machine")
class TimeMachinePage {

    private final TimeJump jump;

    TimeMachinePage(TimeJump jump) {
        this.jump = jump;
    }

    /** Goes one day or one week on, and back to the page where the button was pressed. */
    @PostMapping
    String advance(@RequestParam int days, @RequestParam(defaultValue = "/") String from) {
        if (days != 1 && days != 7) {
            throw Refusal.unacceptable("days", "Time goes one day or one week on.");
        }
        jump.start(Duration.ofDays(days));
        return "redirect:" + (isOurs(from) ? from : "/");
    }

    /** Asked every second while time moves; afterwards the page loads anew. */
    @GetMapping
    String bar(HttpServletResponse response) {
        if (jump.bar().filter(Frame.TimeBar::travelling).isEmpty()) {
            response.setHeader("HX-Refresh", "true");
        }
        return "desk/layout :: time-bar";
    }

    /** An address of this site, not of another one that a page was made to send us to. */
    private static boolean isOurs(String address) {
        return address.matches("/(?![/\\\\])[\\w/?&=.%~+:-]*");
    }
}

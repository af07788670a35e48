package dev.kulanz.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one page where staff log in. */
@Controller
class LoginPage {

    @GetMapping("/login")
    String login(
            @RequestParam(required = false, name = "wrong") @Nullable String wrong,
            @RequestParam(required = false, name = "wait") @Nullable String wait,
            @RequestParam(required = false, name = "busy") @Nullable String busy,
            @RequestParam(required = false, name = "bye") @Nullable String bye,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("wrong", wrong != null);
        model.addAttribute("wait", wait != null);
        model.addAttribute("busy", busy != null);
        model.addAttribute("bye", bye != null);
        if (wait != null || busy != null) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait == null ? 1 : seconds(wait)));
        }
        return "login";
    }

    /** As {@link #failed} wrote it into the address, where anybody may write. */
    private static long seconds(String wait) {
        long seconds = wait.matches("\\d{1,4}") ? Long.parseLong(wait) : 0;
        return seconds > 0 && seconds <= Failures.LONGEST_PAUSE.toSeconds()
                ? seconds
                : Failures.FIRST_PAUSE.toSeconds();
    }

    static void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect(request.getContextPath() + "/login?" + why(failure));
    }

    private static String why(AuthenticationException failure) {
        if (failure instanceof TooManyAttempts tooMany) {
            return tooMany.isAtOnce() ? "busy" : "wait=" + tooMany.seconds();
        }
        return "wrong";
    }
}

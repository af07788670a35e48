package dev.kulanz.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
            @RequestParam(required = false, name = "wrong") String wrong,
            @RequestParam(required = false, name = "wait") String wait,
            @RequestParam(required = false, name = "bye") String bye,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("wrong", wrong != null);
        model.addAttribute("wait", wait != null);
        model.addAttribute("bye", bye != null);
        if (wait != null) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Failures.FIRST_PAUSE.toSeconds()));
        }
        return "login";
    }

    static void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String why = failure instanceof TooManyAttempts ? "wait" : "wrong";
        response.sendRedirect(request.getContextPath() + "/login?" + why);
    }
}

package dev.kulanz.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The one page where staff log in. */
@Controller
class LoginPage {

    private static final String FORM = "dev.kulanz.access.form";

    @GetMapping("/login")
    String login(
            @RequestParam(required = false, name = "wrong") @Nullable String wrong,
            @RequestParam(required = false, name = "wait") @Nullable String wait,
            @RequestParam(required = false, name = "busy") @Nullable String busy,
            @RequestParam(required = false, name = "bye") @Nullable String bye,
            @RequestAttribute(required = false, name = FORM) @Nullable InterruptedForm form,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("wrong", wrong != null);
        model.addAttribute("wait", wait != null);
        model.addAttribute("busy", busy != null);
        model.addAttribute("bye", bye != null);
        model.addAttribute("form", form);
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
            throws IOException, ServletException {
        InterruptedForm form = InterruptedForm.returned(request);
        if (form == null) {
            response.sendRedirect(request.getContextPath() + "/login?" + why(failure));
        } else {
            show(form, "?" + why(failure), request, response);
        }
    }

    /** The page as the answer to a form that was sent. */
    static void show(InterruptedForm form, String query, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        request.setAttribute(FORM, form);
        request.getRequestDispatcher("/login" + query).forward(new Opened(request), response);
    }

    /** As if the page were opened: what was sent is read already. */
    private static final class Opened extends HttpServletRequestWrapper {

        Opened(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.name();
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }
    }

    private static String why(AuthenticationException failure) {
        if (failure instanceof TooManyAttempts tooMany) {
            return tooMany.isAtOnce() ? "busy" : "wait=" + tooMany.seconds();
        }
        return "wrong";
    }
}

package dev.kulanz.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/**
 * A form of ours with the token of a session that is over: its sender has logged in again in another window, or logs out
 * when he is out already. It proves nothing, so nothing is done; who is logged in gets his form back, with what he typed.
 */
final class SpentTokens implements AccessDeniedHandler {

    private static final String LOGIN = "/login";

    private final AccessDeniedHandler otherwise = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (!(denied instanceof CsrfException) || !InterruptedForm.isSent(request)) {
            otherwise.handle(request, response, denied);
        } else if (request.getUserPrincipal() == null) {
            response.sendRedirect(request.getContextPath() + LOGIN);
        } else if (request.getServletPath().equals(LOGIN)) {
            response.sendRedirect(request.getContextPath() + "/");
        } else {
            form(request).goBack(request, response);
        }
    }

    private static InterruptedForm form(HttpServletRequest request) {
        return InterruptedForm.hasFields(request) ? InterruptedForm.of(request) : InterruptedForm.empty(request);
    }
}

package dev.kulanz.access;

import dev.kulanz.access.doors.BodyLimits;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Sends people to the login page, and scripts of pages a 401 (htmx then goes there by itself). Who has sent a form gets
 * the login page as the answer, with what he typed in it ({@link InterruptedForm}).
 */
final class LoginFirst implements AuthenticationEntryPoint {

    private final BodyLimits door;

    /** @param door how much of a form is read of who is not logged in */
    LoginFirst(BodyLimits door) {
        this.door = door;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        String login = request.getContextPath() + "/login";
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", login);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (WantedPages.isPage(request)) {
            WantedPages.remember(request, response);
            response.sendRedirect(login);
        } else if (!InterruptedForm.isByAPerson(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (!InterruptedForm.isSent(request)) {
            response.sendRedirect(login);
        } else if (InterruptedForm.hasFields(request)) {
            door.doFilter(
                    request,
                    response,
                    (read, answer) -> LoginPage.show(
                            InterruptedForm.of((HttpServletRequest) read),
                            "?again",
                            (HttpServletRequest) read,
                            (HttpServletResponse) answer));
        } else {
            LoginPage.show(InterruptedForm.empty(request), "?again", request, response);
        }
    }
}

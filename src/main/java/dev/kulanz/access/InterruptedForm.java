package dev.kulanz.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * A form that was sent when its sender was not logged in any more, or with the token of a session that is over: nothing of
 * it was done. What he typed travels with the login form in his own browser, as a stranger gets no memory of ours, and
 * after the login stands in its page again, to be sent by him.
 *
 * @param page path and query of the page that the form stands in
 * @param fields what was typed, by field; the values of one that is there several times with commas between. Empty: a file, or
 *     more than a browser can be asked to keep
 */
public record InterruptedForm(String page, Map<String, String> fields) implements Serializable {

    /** Under this name the page that comes after the login finds it in its model. */
    public static final String MODEL_NAME = "interruptedForm";

    /** What the login form calls it, before the names of the fields. */
    static final String PREFIX = "kept.";

    static final String PAGE = "keptPage";

    /** The field in which a form of the desk says which one of its page it is; the others are buttons only. */
    private static final String NAME = "form";

    private static final long serialVersionUID = 1L;
    private static final int MOST_FIELDS = 100;

    /** With name and password it must still pass the door of strangers. */
    private static final int LONGEST_BODY = 60_000;

    /** Which form of its page it was; empty: a button, a file, or one whose input is not kept. */
    public String name() {
        return fields.getOrDefault(NAME, "");
    }

    /** Whether a person sent it from a page of ours, and not a script or another site. */
    static boolean isSent(HttpServletRequest request) {
        return isByAPerson(request) && !Sender.of(request).isForeign();
    }

    /** Whether a browser shows a person the answer. */
    static boolean isByAPerson(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return HttpMethod.POST.matches(request.getMethod())
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && request.getHeader("HX-Request") == null;
    }

    /** Whether its fields can be kept: else its body need not be read. */
    static boolean hasFields(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.regionMatches(true, 0, MediaType.APPLICATION_FORM_URLENCODED_VALUE, 0, 33)
                && request.getContentLength() <= LONGEST_BODY;
    }

    /** Without its fields. */
    static InterruptedForm empty(HttpServletRequest request) {
        return new InterruptedForm(WantedPages.sender(request), Map.of());
    }

    /** With its fields; this reads the body. */
    static InterruptedForm of(HttpServletRequest request) {
        return new InterruptedForm(WantedPages.sender(request), fields(request.getParameterMap(), ""));
    }

    /** As it comes back with the login form; null: that form had none. */
    static @Nullable InterruptedForm returned(HttpServletRequest request) {
        String page = request.getParameter(PAGE);
        return page == null || !WantedPages.isPath(page)
                ? null
                : new InterruptedForm(page, fields(request.getParameterMap(), PREFIX));
    }

    private static Map<String, String> fields(Map<String, String[]> all, String prefix) {
        Map<String, String> fields = new LinkedHashMap<>();
        all.forEach((name, values) -> {
            if (name.startsWith(prefix) && !isSecret(name)) {
                fields.put(name.substring(prefix.length()), String.join(",", values));
            }
        });
        return fields.size() > MOST_FIELDS ? Map.of() : fields;
    }

    private static boolean isSecret(String name) {
        return name.endsWith("_csrf") || name.endsWith("password");
    }

    /** Sends the browser to the page, which finds this in its model once. Only for who is logged in. */
    void goBack(HttpServletRequest request, HttpServletResponse response) throws IOException {
        FlashMap once = new FlashMap();
        once.put(MODEL_NAME, this);
        once.setTargetRequestPath(page.replaceFirst("\\?.*", ""));
        new SessionFlashMapManager().saveOutputFlashMap(once, request, response);
        response.sendRedirect(page);
    }
}

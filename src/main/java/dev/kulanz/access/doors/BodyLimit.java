package dev.kulanz.access.doors;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * How much may be sent where: one table for all doors.
 *
 * @param isStreamed read while it comes; else received as a whole before anything begins
 */
record BodyLimit(RequestMatcher door, long bytes, boolean isStreamed) {

    private static final long KILO = 1_024;
    private static final long MEGA = 1_024 * KILO;

    private static final List<BodyLimit> TABLE = List.of(
            stream("/api/v1/open-items/import", 512 * MEGA),
            stream("/import", 100 * MEGA),
            whole("/engine-rest/deployment/create", 5 * MEGA),
            whole("/engine-rest/engine/{engine}/deployment/create", 5 * MEGA),
            whole("/camunda/api/engine/engine/{engine}/deployment/create", 5 * MEGA));

    private static final BodyLimit ANYWHERE = new BodyLimit(request -> true, MEGA, false);

    /** A name and a password, whatever they are. */
    private static final BodyLimit OF_STRANGERS = new BodyLimit(request -> true, 64 * KILO, false);

    /** @param isKnown whether the sender is logged in */
    static BodyLimit of(HttpServletRequest request, boolean isKnown) {
        if (!isKnown) {
            return OF_STRANGERS;
        }
        return TABLE.stream()
                .filter(limit -> limit.door.matches(request))
                .findFirst()
                .orElse(ANYWHERE);
    }

    private static BodyLimit stream(String path, long bytes) {
        return new BodyLimit(withDefaults().matcher(HttpMethod.POST, path), bytes, true);
    }

    private static BodyLimit whole(String path, long bytes) {
        return new BodyLimit(withDefaults().matcher(HttpMethod.POST, path), bytes, false);
    }
}

package dev.kulanz.journey.model;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Of the files that a request wants deployed but not twice, where those are that were in force before. The engine's answer
 * names one deployment, though several files may have come by several.
 */
final class AskedFiles {

    private static final String NOTED = AskedFiles.class.getName();

    private AskedFiles() {}

    /** A file as it was deployed. */
    record Place(String deploymentId, String name) {}

    /** Nobody asks where there is no request. */
    static void note(Map<String, Place> inForce) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(NOTED, Map.copyOf(inForce), RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** By their names in the request; none if it may deploy twice. */
    static Map<String, Place> ofThisRequest() {
        Map<String, Place> noted = new TreeMap<>();
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        Object kept = request == null ? null : request.getAttribute(NOTED, RequestAttributes.SCOPE_REQUEST);
        if (kept instanceof Map<?, ?> places) {
            places.forEach((file, place) -> noted.put((String) file, (Place) place));
        }
        return noted;
    }
}

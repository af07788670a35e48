package dev.kulanz.access.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether browsers come by TLS: by this request, or always, as the public address says. */
@Component
public class Https {

    private final boolean isSaidToBeUsed;

    Https(@Value("${kulanz.public-url:}") String publicUrl) {
        isSaidToBeUsed = publicUrl.strip().toLowerCase(Locale.ROOT).startsWith("https:");
    }

    boolean isSaidToBeUsed() {
        return isSaidToBeUsed;
    }

    public boolean isUsedBy(HttpServletRequest request) {
        return isSaidToBeUsed || request.isSecure();
    }
}

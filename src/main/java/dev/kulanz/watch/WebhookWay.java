package dev.kulanz.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * By a POST of JSON. With a secret, {@code X-Kulanz-Signature} is {@code sha256=} and the HMAC-SHA256, in hexadecimal, of
 * {@code X-Kulanz-Timestamp} (seconds since 1970), a point and the body. Redirects are not followed.
 */
final class WebhookWay implements AlarmWay {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ALGORITHM = "HmacSHA256";

    /** Signs the present: real time. */
    private static final Clock REAL_TIME = Clock.systemUTC();

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ObjectMapper json;
    private final URI url;
    private final @Nullable String secret;

    WebhookWay(ObjectMapper json, URI url, @Nullable String secret) {
        this.json = json;
        this.url = url;
        this.secret = secret;
    }

    @Override
    public String name() {
        return "WEBHOOK";
    }

    @Override
    public void tell(Notice notice) throws TellingFailed {
        try {
            int status = client.send(request(json.writeValueAsBytes(notice)), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status < 200 || status > 299) {
                throw new TellingFailed("The webhook at %s answered %d.".formatted(url.getHost(), status));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A notice can be written", e);
        } catch (IOException e) {
            throw new TellingFailed("The webhook at %s did not answer (%s)."
                    .formatted(url.getHost(), e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TellingFailed("Kulanz was told to end.");
        }
    }

    private HttpRequest request(byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Kulanz")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (secret != null) {
            String timestamp = Long.toString(REAL_TIME.instant().getEpochSecond());
            request.header("X-Kulanz-Timestamp", timestamp)
                    .header("X-Kulanz-Signature", "sha256=" + signature(secret, timestamp, body));
        }
        return request.build();
    }

    static String signature(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}

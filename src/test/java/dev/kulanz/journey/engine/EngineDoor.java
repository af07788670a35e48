package dev.kulanz.journey.engine;

import dev.kulanz.support.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A door of the engine with somebody standing in it: its REST, or what its pages ask. */
final class EngineDoor {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<String, EngineDoor> LOGGED_IN = new ConcurrentHashMap<>();

    private final String host;
    private final String prefix;
    private final List<String> headers;
    private final String name;

    private EngineDoor(int port, String prefix, List<String> headers, String name) {
        this.host = "http://localhost:" + port;
        this.prefix = prefix;
        this.headers = headers;
        this.name = name;
    }

    /** With a password that is the user's name. */
    static EngineDoor rest(int port, String user) {
        String pair = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return new EngineDoor(port, "/engine-rest/", List.of("Authorization", "Basic " + pair), user + " at the REST");
    }

    /** With a session in which he stays from test to test until somebody ends it, as each login costs a password check. */
    static EngineDoor pages(int port, String user) {
        return LOGGED_IN.compute(
                port + " " + user, (any, door) -> door != null && door.isLoggedIn() ? door : logIn(port, user));
    }

    private boolean isLoggedIn() {
        return get("user/count").statusCode() == 200;
    }

    private static EngineDoor logIn(int port, String user) {
        Browser browser = Browser.loggedIn(port, user);
        browser.page("/camunda/app/welcome/default/");
        String token = browser.cookie("XSRF-TOKEN");
        String cookies = "JSESSIONID=" + browser.cookie("JSESSIONID") + "; XSRF-TOKEN=" + token;
        return new EngineDoor(
                port,
                "/camunda/api/engine/engine/default/",
                List.of("Cookie", cookies, "X-XSRF-TOKEN", token),
                user + " in the pages");
    }

    static List<EngineDoor> both(int port, String user) {
        return List.of(rest(port, user), pages(port, user));
    }

    HttpResponse<String> get(String command, String... more) {
        return send("GET", command, "", more);
    }

    HttpResponse<String> post(String command, String json) {
        return send("POST", command, json);
    }

    /** @param command without the door, or a whole address that begins with a slash */
    HttpResponse<String> send(String method, String command, String body, String... more) {
        List<String> all = new ArrayList<>(headers);
        all.addAll(List.of(more));
        if (!body.isEmpty() && !all.contains("Content-Type")) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        var request = HttpRequest.newBuilder(URI.create(host + (command.startsWith("/") ? "" : prefix) + command))
                .headers(all.toArray(String[]::new))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

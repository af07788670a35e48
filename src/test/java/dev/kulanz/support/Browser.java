package dev.kulanz.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Speaks HTTP with the application: as a program with a password, or as a person with cookies. Follows no redirect. */
public final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String base;
    private final String authorization;
    private String language = "";
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    private Browser(int port, String authorization) {
        this.base = "http://localhost:" + port;
        this.authorization = authorization;
    }

    public static Browser anonymous(int port) {
        return new Browser(port, "");
    }

    public static Browser withPassword(int port, String user, String password) {
        String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new Browser(port, "Basic " + pair);
    }

    /** A person who has logged in with a password that is his name. */
    public static Browser loggedIn(int port, String user) {
        Browser browser = anonymous(port);
        HttpResponse<String> answer = browser.logIn(user, user);
        if (answer.statusCode() != 302 || location(answer).contains("/login")) {
            throw new AssertionError("Not logged in: " + answer.statusCode() + " " + location(answer));
        }
        return browser;
    }

    public HttpResponse<String> logIn(String user, String password) {
        return submit("/login", "username=" + enc(user) + "&password=" + enc(password));
    }

    /** The token of the login page, which is that of the session. */
    public String csrf() {
        Matcher token = CSRF.matcher(page("/login").body());
        if (!token.find()) {
            throw new AssertionError("No CSRF token on the login page");
        }
        return token.group(1);
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** What a click does. */
    public HttpResponse<String> page(String path) {
        return send(request(path).header("Accept", "text/html,*/*;q=0.8").GET());
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(with(request(path), headers).GET());
    }

    public HttpResponse<String> delete(String path, String... headers) {
        return send(with(request(path), headers).DELETE());
    }

    public HttpResponse<String> post(String path, String json, String... headers) {
        return send(with(request(path), headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> put(String path, String json, String... headers) {
        return send(with(request(path), headers)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** A file as the body. */
    public HttpResponse<String> send(String path, String contentType, String body, String... headers) {
        return send(with(request(path), headers)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The same, of any bytes. */
    public HttpResponse<String> sendBytes(String path, String contentType, byte[] body) {
        return send(
                request(path).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    public HttpResponse<String> form(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** What a button does, with all that a browser tells: the page that the form stands in, and its token as it is there. */
    public HttpResponse<String> press(String page, String path, String body, String token) {
        return pressed(
                page,
                path,
                "application/x-www-form-urlencoded",
                body + (token.isEmpty() ? "" : "&_csrf=" + enc(token)));
    }

    /** The same with a file; the parts are divided by {@code --b}. */
    public HttpResponse<String> sendFile(String page, String path, String parts) {
        return pressed(page, path, "multipart/form-data; boundary=b", parts);
    }

    private HttpResponse<String> pressed(String page, String path, String contentType, String body) {
        return send(request(path)
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Origin", base)
                .header("Referer", base + page)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** His session is over, on the server or because he came back after a night. */
    public void loseSession() {
        cookies.getCookieStore().removeAll();
    }

    /** What a button does: the form, with the token of the session. */
    public HttpResponse<String> submit(String path, String body) {
        return form(path, (body.isEmpty() ? "" : body + "&") + "_csrf=" + enc(csrf()));
    }

    /** What a button does, and the page that comes then. */
    public String submitAndFollow(String path, String body) {
        return after(submit(path, body));
    }

    /** The page to which a form sends its reader. */
    public String after(HttpResponse<String> answer) {
        if (answer.statusCode() != 302) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return page(location(answer).replaceFirst("^http://[^/]+", "")).body();
    }

    /** As Camunda Modeler sends a diagram. */
    public HttpResponse<String> deploy(String fileName, String xml) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\n" + fileName
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"data\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + xml + "\r\n--b--\r\n";
        return send(request("/engine-rest/deployment/create")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** As Camunda Modeler sends a file, which asks that nothing be deployed twice, or as another program does. */
    public HttpResponse<String> deploy(Map<String, String> fields, String fileName, String text) {
        StringBuilder body = new StringBuilder();
        fields.forEach((field, value) -> body.append("--b\r\nContent-Disposition: form-data; name=\"")
                .append(field)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--b\r\nContent-Disposition: form-data; name=\"")
                .append(fileName)
                .append("\"; filename=\"")
                .append(fileName)
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .append(text)
                .append("\r\n--b--\r\n");
        return send(request("/engine-rest/deployment/create")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    public static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    /** Whose reader prefers German from now on. */
    public Browser inGerman() {
        language = "de";
        return this;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (!language.isEmpty()) {
            request.header("Accept-Language", language);
        }
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A value in a form or an address. */
    public static String enc(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

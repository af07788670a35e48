package dev.kulanz.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Wire;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nothing grows with what strangers send, and nothing of it stands in the log. */
@KulanzTest
@ExtendWith(OutputCaptureExtension.class)
class StrangersTests {

    private static final String SECRET = "Hn3kfT0kenOfALink";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/login?wrong",
                "/",
                "/cases?q=x",
                "/unknown",
                "/pay/some-token",
                "/camunda/app/tasklist/default/",
                "/camunda",
                "/camunda-welcome",
                "/camunda/api/engine/engine/default/task",
                "/engine-rest/task",
                "/api/v1/cases",
                "/actuator/health",
                "/swagger-ui/index.html",
                "/v3/api-docs",
                "/error",
                "/css/palette.css"
            })
    void getNoSession(String path) {
        HttpResponse<String> answer = Browser.anonymous(port).page(path);
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    }

    @Test
    void getNoSessionForALoginThatFails() {
        Browser browser = Browser.anonymous(port);
        browser.logIn("nobody", "wrong");
        browser.submit("/logout", "");
        assertThat(browser.cookie("JSESSIONID")).isEmpty();
    }

    @Test
    void leaveNoMetricOfTheirOwn() throws IOException {
        for (int i = 0; i < 3; i++) {
            try (Wire wire = Wire.to(port)) {
                wire.head("STRANGE" + i + " /login HTTP/1.1", "Host: localhost", "Connection: close")
                        .answerUntilClosed();
            }
            Browser.anonymous(port).get("/unknown-address-" + i);
            Browser.anonymous(port).get("/pay/unknown-token-" + i);
            Browser.anonymous(port).get("/camunda/unknown-page-" + i);
        }
        assertThat(Browser.withPassword(port, "admin", "admin")
                        .get("/actuator/prometheus")
                        .body())
                .contains("http_server_requests")
                .doesNotContain("STRANGE", "unknown-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /pay/" + SECRET + "> HTTP/1.1",
                "GET /pay/" + SECRET + "\" HTTP/1.1",
                "GET /pay/" + SECRET + "{ HTTP/1.1",
                "GET /pay/" + SECRET + "%00 HTTP/1.1",
                "GET /pay/" + SECRET + "%zz HTTP/1.1",
                "GET /pay/" + SECRET + "%2f HTTP/1.1",
                "GET /pay/" + SECRET + ";x HTTP/1.1",
                "GET /pay//" + SECRET + " HTTP/1.1",
                "GET /pay/" + SECRET + "\\ HTTP/1.1",
                "GET /pay/" + SECRET + "\u00e4 HTTP/1.1",
                "GET /pay/" + SECRET + " HTTP/9.9",
                "GET /pay/" + SECRET,
                "GET /pay/" + SECRET + " HTTP/1.1 more",
                "GET http://[" + SECRET + "/pay HTTP/1.1",
                "G>T /pay/" + SECRET + " HTTP/1.1",
                "GET /pay/x?" + SECRET + "=%zz HTTP/1.1",
                "GET /pay/x?a=" + SECRET + "%zz HTTP/1.1",
                "GET /login?wrong=" + SECRET + "%zz HTTP/1.1",
                "GET /%2e%2e/" + SECRET + " HTTP/1.1",
                "TRACE /pay/" + SECRET + " HTTP/1.1",
                SECRET + " / HTTP/1.1"
            })
    void readNothingOfALinkInTheLog(String line, CapturedOutput log) throws IOException {
        for (int i = 0; i < 2; i++) {
            try (Wire wire = Wire.to(port)) {
                wire.head(line, "Host: localhost", "Connection: close");
                assertThat(wire.answerUntilClosed()).doesNotContain("HTTP/1.1 500", SECRET);
            }
        }
        assertThat(log.getAll()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: " + SECRET + " x",
                "Host: localhost:" + SECRET,
                "Cookie: JSESSIONID=\"" + SECRET + "; x",
                "Cookie: a=" + SECRET + "\u0007; JSESSIONID={" + SECRET + "}",
                "Co>kie: " + SECRET,
                "No colon " + SECRET,
                "Authorization: Basic " + SECRET + "!",
                "Authorization: Bearer " + SECRET,
                "Content-Length: " + SECRET,
                "Transfer-Encoding: " + SECRET,
                "Content-Type: " + SECRET + "/;;",
                "Accept: " + SECRET + ";;/",
                "Accept-Language: " + SECRET + ";q=" + SECRET,
                "If-Modified-Since: " + SECRET,
                "Range: bytes=" + SECRET,
                "X-Forwarded-For: " + SECRET,
                "Expect: " + SECRET,
                "Origin: " + SECRET
            })
    void readNothingOfAHeadInTheLog(String header, CapturedOutput log) throws IOException {
        for (String path : new String[] {"/pay/x", "/login", "/api/v1/cases", "/css/palette.css"}) {
            try (Wire wire = Wire.to(port)) {
                wire.head("GET " + path + " HTTP/1.1", header, "Host: localhost", "Connection: close");
                assertThat(wire.answerUntilClosed()).doesNotContain("HTTP/1.1 500", SECRET);
            }
        }
        assertThat(log.getAll()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=b",
                "multipart/form-data",
                "application/json"
            })
    void readNothingOfABodyInTheLog(String type, CapturedOutput log) throws IOException {
        String body = SECRET + "=%zz&a=%zz" + SECRET + "&--b\r\n\r\n" + SECRET + "{\"" + SECRET + "\":";
        for (String path : new String[] {"/pay/x", "/login", "/api/v1/payments", "/engine-rest/task", "/import"}) {
            for (String user : new String[] {"X: y", Wire.basic("owner", "owner")}) {
                try (Wire wire = Wire.to(port)) {
                    wire.head(
                                    "POST " + path + " HTTP/1.1",
                                    "Host: localhost",
                                    user,
                                    "Connection: close",
                                    "Content-Type: " + type,
                                    "Content-Length: " + body.length())
                            .send(body);
                    assertThat(wire.answerUntilClosed()).as(path).doesNotContain("HTTP/1.1 500");
                }
            }
        }
        assertThat(log.getAll()).doesNotContain(SECRET);
    }
}

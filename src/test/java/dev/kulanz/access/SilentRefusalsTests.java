package dev.kulanz.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What is refused is refused without a word in the log: neither a secret nor a line of the sender's choice gets there. */
@KulanzTest
@ExtendWith(OutputCaptureExtension.class)
class SilentRefusalsTests {

    private static final String SECRET = "AaIpSecretOfALink";

    private static final List<String> FOLDERS = List.of(
            "/pay/",
            "/",
            "/css/",
            "/img/",
            "/js/",
            "/vendor/",
            "/webjars/",
            "/webjars/htmx.org/",
            "/favicon.ico/",
            "/login/",
            "/error/",
            "/cases/",
            "/import/",
            "/actuator/",
            "/actuator/health/",
            "/api/v1/",
            "/v3/api-docs/",
            "/engine-rest/",
            "/engine-rest/task/",
            "/camunda/",
            "/camunda/app/",
            "/camunda/app/tasklist/",
            "/camunda/lib/",
            "/camunda/api/",
            "/camunda/api/engine/engine/default/task/",
            "/camunda-welcome/");

    private static final List<String> ENDINGS = List.of(
            "/WEB-INF",
            "/web-inf/",
            "/META-INF/x",
            "/url:WEB-INF",
            "/url:x",
            "/http:/x",
            "/http://x",
            "/file:/x",
            "/..%5Cx",
            "/%2e%2e/%2e%2e/x",
            "/%252e%252e/x",
            "/%252e%252e%252fx",
            "/%2e%2e%2fWEB-INF",
            "/%5C..%5C",
            "/%zz",
            "/%00",
            "/%0d%0aERROR",
            "/%EF%BF%BD",
            "/%E4",
            ">",
            "/.css",
            "/x.css",
            "/x?" + SECRET + "=" + SECRET,
            "/");

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST");

    /** One for each of those that read bodies in a way of its own. */
    private static final List<String> TAKING_BODIES = List.of(
            "/import",
            "/login",
            "/pay/x",
            "/users",
            "/api/v1/payments",
            "/api/v1/open-items/import",
            "/actuator/health",
            "/actuator/prometheus",
            "/engine-rest/task",
            "/engine-rest/deployment/create",
            "/camunda/api/engine/engine/default/deployment/create",
            "/camunda/api/engine/engine/default/task");

    @LocalServerPort
    private int port;

    /** How much was logged before; it is captured for all tests of this class together. */
    private int before;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mappings;

    @Test
    void sayNothingOfAnAddress(CapturedOutput log) throws IOException {
        before = log.getAll().length();
        Map<String, String> ways = Map.of("X: y", "GET", session(), "GET", Wire.basic("admin", "admin"), "POST");
        for (Map.Entry<String, String> way : ways.entrySet()) {
            for (String folder : FOLDERS) {
                for (String ending : ENDINGS) {
                    int status = send(way.getValue() + " " + folder + SECRET + ending + " HTTP/1.1", way.getKey());
                    assertThat(status).as(folder + ending).isBetween(200, 499);
                }
            }
        }
        assertThat(since(log)).doesNotContain(SECRET, "Unexpected failure", "\tat ", "    at ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept",
                "Accept-Charset",
                "Accept-Encoding",
                "Accept-Language",
                "Authorization",
                "Content-Encoding",
                "Content-Type",
                "Cookie",
                "Expect",
                "Forwarded",
                "HX-Request",
                "If-Match",
                "If-Modified-Since",
                "If-None-Match",
                "Origin",
                "Range",
                "Referer",
                "Transfer-Encoding",
                "Upgrade",
                "X-CSRF-TOKEN",
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-XSRF-TOKEN"
            })
    void sayNothingOfAHead(String name, CapturedOutput log) throws IOException {
        before = log.getAll().length();
        List<String> values = List.of(
                SECRET,
                "",
                SECRET + "/" + SECRET,
                "Basic " + SECRET,
                "JSESSIONID=" + SECRET + "\u0001; KULANZ-WANTED=" + SECRET + "; XSRF-TOKEN=",
                "bytes=" + SECRET,
                "bytes=9-1,-,x",
                ";;;==,,," + SECRET,
                "\"" + SECRET);
        String session = session();
        Map<String, String> targets = Map.of(
                "/login",
                "X: y",
                "/css/desk.css",
                "X: y",
                "/pay/x",
                "X: y",
                "/cases",
                session,
                "/camunda/app/tasklist/default/",
                session,
                "/camunda/api/engine/engine/default/task",
                session,
                "/api/v1/cases",
                Wire.basic("admin", "admin"),
                "/actuator/health",
                Wire.basic("admin", "admin"),
                "/actuator/prometheus",
                Wire.basic("admin", "admin"),
                "/engine-rest/task",
                Wire.basic("admin", "admin"));
        for (Map.Entry<String, String> target : targets.entrySet()) {
            for (String value : values) {
                int status = send("GET " + target.getKey() + " HTTP/1.1", name + ": " + value, target.getValue());
                assertThat(status)
                        .as("%s %s: %s", target.getKey(), name, value)
                        .isBetween(200, 501)
                        .isNotEqualTo(500);
            }
        }
        assertThat(since(log)).doesNotContain(SECRET, "Unexpected failure", "\tat ", "    at ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: zz",
                "Content-Length: -1",
                "Content-Length:",
                "Content-Length: 99999999999999999999",
                "Content-Length: 0x5",
                "Content-Length: +5",
                "Content-Length: 1, 1",
                "Content-Length: 5 5",
                "Content-Length: 5\r\nContent-Length: 5",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 5\r\nContent-Length: zz",
                "Content-Length: zz\r\nTransfer-Encoding: chunked",
                "Content-Length: -9223372036854775809",
                "Content-Length: \u0661",
                "Content-Length: 1e3",
                "Transfer-Encoding: chunked, zz",
                "Transfer-Encoding: zz",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding:",
                "Host: y",
                "Host: a b",
                "x y: z"
            })
    void sayNothingOfALengthThatIsNone(String line, CapturedOutput log) throws IOException {
        before = log.getAll().length();
        for (String target :
                List.of("/login", "/pay/" + SECRET, "/import", "/engine-rest/task", "/camunda/app", "/x")) {
            for (String method : List.of("GET", "POST", "PATCH")) {
                try (Wire wire = Wire.to(port)) {
                    wire.head(method + " " + target + " HTTP/1.1", "Host: x", line)
                            .send("12345");
                    assertThat(wire.status())
                            .as("%s %s", method, target)
                            .isBetween(200, 501)
                            .isNotEqualTo(500);
                }
            }
        }
        assertThat(since(log)).doesNotContain("ERROR", "WARN", SECRET, "\tat ", "    at ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data;boundary=",
                "multipart/form-data;boundary=\"\"",
                "multipart/form-data;boundary=b",
                "Multipart/Form-Data; Boundary=b",
                "multipart/form-data;x=y;boundary",
                "multipart/mixed",
                "multipart/mixed; boundary=x",
                "multipart/",
                "multipart/*",
                "multipart/form-data; boundary=b; charset=no-such",
                "application/x-www-form-urlencoded; charset=no-such",
                "application/json; charset=no-such",
                "text/plain; charset=\"",
                "*",
                "*/*",
                "application/*",
                "application",
                ";"
            })
    void sayNothingOfABodyThatNobodyCanRead(String type, CapturedOutput log) throws IOException {
        before = log.getAll().length();
        Browser browser = Browser.loggedIn(port, "admin");
        browser.page("/camunda/app/tasklist/default/");
        String cookies =
                "Cookie: JSESSIONID=" + browser.cookie("JSESSIONID") + "; XSRF-TOKEN=" + browser.cookie("XSRF-TOKEN");
        String pagesToken = "X-XSRF-TOKEN: " + browser.cookie("XSRF-TOKEN");
        String token = "X-CSRF-TOKEN: " + browser.csrf();
        var failures = new TreeMap<String, Integer>();
        for (String target : targets()) {
            String who = target.startsWith("/engine-rest") || target.startsWith("/actuator")
                    ? Wire.basic("admin", "admin")
                    : cookies;
            boolean isLookedAtClosely = TAKING_BODIES.contains(target);
            for (String method : isLookedAtClosely ? METHODS : List.of("POST")) {
                for (String body : isLookedAtClosely ? List.of("", "--x\r\n") : List.of("--x\r\n")) {
                    try (Wire wire = Wire.to(port)) {
                        int status = wire.head(
                                        method + " " + target + " HTTP/1.1",
                                        "Host: localhost",
                                        who,
                                        token,
                                        pagesToken,
                                        "Content-Type: " + type,
                                        "Content-Length: " + body.length(),
                                        "Connection: close")
                                .send(body)
                                .status();
                        if (status == 0 || status >= 500) {
                            failures.put(method + " " + target + " " + body.length(), status);
                        }
                    }
                }
            }
        }
        assertThat(failures).isEmpty();
        assertThat(since(log)).doesNotContain("Unexpected failure", "\tat ", "    at ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                ",,,",
                "*",
                "*;q=.2",
                "*/plain",
                "text/*",
                "text",
                "/",
                "text/plain;version=9",
                "text/plain;q=0",
                "*/*;q=0",
                "text/plain;q=2",
                "text/plain;charset=no-such",
                "image/png",
                "\u0001",
                "\"",
                "application/openmetrics-text; version=1.0.0",
                "text/plain\r\nAccept:",
                "text/plain\r\nAccept: ,",
                "\r\nAccept:"
            })
    void sayNothingOfATypeThatIsNone(String type, CapturedOutput log) throws IOException {
        before = log.getAll().length();
        var failures = new TreeMap<String, Integer>();
        for (String target : List.of(
                "/actuator",
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/nothing",
                "/actuator/prometheus",
                "/actuator/prometheus?includedNames=x",
                "/actuator/nothing",
                "/api/v1/cases",
                "/v3/api-docs",
                "/engine-rest/task",
                "/engine-rest/version",
                "/login",
                "/cases",
                "/css/desk.css",
                "/x")) {
            for (String method : List.of("GET", "POST")) {
                for (Map.Entry<String, String> head : Map.of(
                                "Accept", "Accept: " + type, "Content-Type", "Content-Type: " + type)
                        .entrySet()) {
                    int status =
                            send(method + " " + target + " HTTP/1.1", Wire.basic("admin", "admin"), head.getValue());
                    if (status == 0 || status >= 500) {
                        failures.put(method + " " + target + " " + head.getKey(), status);
                    }
                }
            }
        }
        assertThat(failures).isEmpty();
        assertThat(since(log)).doesNotContain("Unexpected failure", "\tat ", "    at ");
    }

    /** Without what the work on cases says meanwhile, which no request asks for. */
    private String since(CapturedOutput log) {
        return log.getAll()
                .substring(before)
                .lines()
                .filter(line -> !line.contains(" dev.kulanz.journey."))
                .collect(Collectors.joining("\n"));
    }

    private Set<String> targets() {
        Set<String> targets = new LinkedHashSet<>();
        mappings.getHandlerMethods().keySet().forEach(info -> info.getPatternValues().stream()
                .map(path -> path.replaceAll("\\{[^}]*}", "x"))
                .filter(path -> !path.equals("/error") && !path.startsWith("/demo"))
                .forEach(targets::add));
        targets.addAll(TAKING_BODIES);
        targets.addAll(List.of("/css/desk.css", "/x", "/import/", "/actuator", "/engine-rest/version"));
        return targets;
    }

    private String session() {
        return "Cookie: JSESSIONID=" + Browser.loggedIn(port, "admin").cookie("JSESSIONID");
    }

    private int send(String request, String... head) throws IOException {
        List<String> lines = new ArrayList<>(List.of(request, "Host: localhost"));
        lines.addAll(List.of(head));
        lines.add("Connection: close");
        try (Wire wire = Wire.to(port)) {
            return wire.head(lines.toArray(String[]::new)).status();
        }
    }
}

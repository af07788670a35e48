package dev.kulanz.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Wire;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is sent to the doors: who may send, and how much, is decided before anything of it is read. */
@KulanzTest
class BodiesTests {

    private static final long HUGE = 629_145_600;
    private static final long BETWEEN_SOCKETS = 24_000_000;
    private static final String OWNER = Wire.basic("owner", "owner");
    private static final String COMPLIANCE = Wire.basic("compliance", "compliance");

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "POST, /engine-rest/deployment/create, multipart/form-data; boundary=b, 401",
        "POST, /engine-rest/task, application/json, 401",
        "POST, /api/v1/payments, application/json, 401",
        "PUT, /api/v1/creditors/ACME, application/x-www-form-urlencoded, 401",
        "POST, /api/v1/open-items/import, text/csv, 401",
        "POST, /api/v1/payments, application/x-www-form-urlencoded, 401",
        "PUT, /users/clerk, application/x-www-form-urlencoded, 401",
        "PATCH, /unknown, application/x-www-form-urlencoded, 401",
        "DELETE, /cases/K-1, application/x-www-form-urlencoded, 401",
        "POST, /users, application/x-www-form-urlencoded, 401",
        "POST, /import, multipart/form-data; boundary=b, 401",
        "POST, /camunda/api/engine/engine/default/task, application/json, 401",
        "POST, /camunda/api/engine/engine/default/deployment/create, multipart/form-data; boundary=b, 401",
        "POST, /actuator/prometheus, application/x-www-form-urlencoded, 401",
        "POST, /login, application/x-www-form-urlencoded, 413",
        "POST, /login, multipart/form-data; boundary=b, 413",
        "POST, /logout, application/x-www-form-urlencoded, 413",
        "POST, /pay/some-token, application/x-www-form-urlencoded, 413",
        "PUT, /pay/some-token, application/x-www-form-urlencoded, 413",
        "GET, /login, application/x-www-form-urlencoded, 413"
    })
    void areNotReadFromStrangers(String method, String path, String type, int status) throws IOException {
        for (String length : new String[] {"Content-Length: " + HUGE, "Content-Length: 100000"}) {
            try (Wire wire = Wire.to(port)) {
                wire.head(
                        method + " " + path + " HTTP/1.1", "Host: localhost:" + port, "Content-Type: " + type, length);
                assertThat(wire.status()).as(length).isEqualTo(status);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/payments, application/json, 403",
        "POST, /api/v1/payments, application/x-www-form-urlencoded, 403",
        "POST, /api/v1/open-items/import, text/csv, 403",
        "PUT, /api/v1/creditors/ACME, application/x-www-form-urlencoded, 403",
        "POST, /actuator/prometheus, application/x-www-form-urlencoded, 403"
    })
    void areNotReadFromWhoMayNotSendThem(String method, String path, String type, int status) throws IOException {
        try (Wire wire = Wire.to(port)) {
            wire.head(
                    method + " " + path + " HTTP/1.1",
                    "Host: localhost:" + port,
                    COMPLIANCE,
                    "Content-Type: " + type,
                    "Content-Length: 300000");
            assertThat(wire.status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/engine-rest/deployment/create, multipart/form-data; boundary=b, 5242881",
        "/engine-rest/engine/default/deployment/create, multipart/form-data; boundary=b, 5242881",
        "/engine-rest/task, application/json, 1048577",
        "/engine-rest/message, application/json, 629145600",
        "/engine-rest/task/x/attachment/create, multipart/form-data; boundary=b, 10485761",
        "/engine-rest/task/x/comment/create, application/json, 1048577",
        "/api/v1/payments, application/json, 1048577",
        "/api/v1/payments, application/x-www-form-urlencoded, 1048577",
        "/api/v1/payments, multipart/form-data; boundary=b, 99999999",
        "/api/v1/open-items/import, text/csv, 629145600",
        "/api/v1/nothing, application/json, 1048577",
        "/v3/api-docs, application/json, 1048577"
    })
    void areRefusedBeforeTheyAreReadWhenTheyAreTooLarge(String path, String type, String length) throws IOException {
        for (String more : new String[] {"X: y", "Expect: 100-continue", "Content-Encoding: gzip"}) {
            try (Wire wire = Wire.to(port)) {
                wire.head(
                        "POST " + path + " HTTP/1.1",
                        "Host: localhost:" + port,
                        OWNER,
                        "Content-Type: " + type,
                        more,
                        "Content-Length: " + length);
                if (!more.startsWith("Expect")) {
                    wire.send("a little");
                }
                String answer = wire.answerUntilClosed();
                assertThat(answer).as(more).containsPattern("(?i)\\AHTTP/1.1 (413|" + closed(path) + ")");
                assertThat(answer).containsIgnoringCase("Connection: close");
            }
        }
    }

    /** Commands of the engine that nobody needs are refused before. */
    private static String closed(String path) {
        boolean isNeeded = path.endsWith("/deployment/create") || path.equals("/engine-rest/task");
        return path.startsWith("/engine-rest/") && !isNeeded ? "400|403|404" : "413";
    }

    @ParameterizedTest
    @CsvSource({
        "/engine-rest/task, application/json, 1048576",
        "/engine-rest/deployment/create, multipart/form-data; boundary=b, 5242880",
        "/camunda/api/engine/engine/default/task, application/json, 0",
        "/api/v1/payments, application/json, 1048576",
        "/api/v1/payments, application/x-www-form-urlencoded, 1048576",
        "/api/v1/open-items/import/x, text/csv, 1048576",
        "/unknown, application/x-www-form-urlencoded, 0",
        "/login, application/x-www-form-urlencoded, 65536"
    })
    void areNotReadToTheEndWhenNobodySaysHowLongTheyAre(String path, String type, long limit) throws IOException {
        try (Wire wire = Wire.to(port)) {
            wire.head(
                    "POST " + path + " HTTP/1.1",
                    "Host: localhost:" + port,
                    path.startsWith("/login") || path.startsWith("/unknown") ? "X: y" : OWNER,
                    "Content-Type: " + type,
                    "Transfer-Encoding: chunked");
            wire.pour(HUGE);
            assertThat(wire.sent()).isLessThan(limit + BETWEEN_SOCKETS);
            assertThat(wire.answerUntilClosed()).startsWith(limit == 0 ? "HTTP/1.1 401" : "HTTP/1.1 413");
        }
    }

    @Test
    void areRefusedInAWholeAlsoWhereTheClientSendsOnAndOn() {
        HttpResponse<String> answer = Browser.withPassword(port, "clerk", "clerk")
                .send("/api/v1/payments", "application/json", "x".repeat(3_000_000));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("too large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases/K-2026-000001/notes", "/users", "/login", "/unknown"})
    void areRefusedOnTheDeskToo(String path) throws IOException {
        Browser browser = Browser.loggedIn(port, "admin");
        try (Wire wire = Wire.to(port)) {
            wire.head(
                    "POST " + path + " HTTP/1.1",
                    "Host: localhost:" + port,
                    "Cookie: JSESSIONID=" + browser.cookie("JSESSIONID"),
                    "Content-Type: application/x-www-form-urlencoded",
                    "Content-Length: 1048577");
            assertThat(wire.answerUntilClosed()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void areRefusedFromAUserOfTheDeskWhoMayNotSendThemWithTheirTokenUnread() throws IOException {
        Browser browser = Browser.loggedIn(port, "compliance");
        try (Wire wire = Wire.to(port)) {
            wire.head(
                    "POST /cases/K-2026-000001/notes HTTP/1.1",
                    "Host: localhost:" + port,
                    "Cookie: JSESSIONID=" + browser.cookie("JSESSIONID"),
                    "Content-Type: application/x-www-form-urlencoded",
                    "Content-Length: 1000");
            assertThat(wire.status()).isEqualTo(403);
        }
    }

    @Test
    void keepTheConnectionWhereTheyAreWithinBounds() throws IOException {
        try (Wire wire = Wire.to(port)) {
            for (int i = 0; i < 3; i++) {
                // at once: what comes behind its answer ends the connection
                wire.send(String.join(
                        "\r\n",
                        "POST /api/v1/payments HTTP/1.1",
                        "Host: localhost:" + port,
                        "Content-Type: application/json",
                        "Content-Length: 2",
                        "",
                        "{}"));
                String head = wire.answer();
                assertThat(head).startsWith("HTTP/1.1 401");
                assertThat(head).doesNotContainIgnoringCase("connection: close");
                wire.skipBody(head);
            }
        }
    }

    @Test
    void mayBeAsLargeAsTheirDoorAllows() {
        HttpResponse<String> answer = Browser.withPassword(port, "clerk", "clerk")
                .send("/api/v1/payments", "application/json", " ".repeat(1_000_000) + "{}");
        assertThat(answer.statusCode()).isIn(400, 422);
    }

    @Test
    void areReadAsJsonAndAsNothingElse() {
        HttpResponse<String> answer = Browser.withPassword(port, "clerk", "clerk")
                .send("/api/v1/payments", "application/yaml", "amount: 010");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(415);
    }

    @Test
    void ofAnImportAreReadAsAStream() {
        String header = "creditor_id,debtor_id\n";
        HttpResponse<String> answer = Browser.withPassword(port, "clerk", "clerk")
                .send("/api/v1/open-items/import?dryRun=true", "text/csv", header + "a,b\n".repeat(800_000));
        assertThat(answer.statusCode()).isNotIn(413, 500);
    }

    @Test
    void ofADeploymentMayBeChunkedAsSomeClientsSendThem() throws IOException {
        try (Wire wire = Wire.to(port)) {
            String part = "--b\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nx\r\n--b--\r\n";
            wire.head(
                            "POST /engine-rest/deployment/create HTTP/1.1",
                            "Host: localhost:" + port,
                            OWNER,
                            "Content-Type: multipart/form-data; boundary=b",
                            "Transfer-Encoding: chunked")
                    .send(Integer.toHexString(part.length()) + "\r\n" + part + "\r\n0\r\n\r\n");
            assertThat(wire.status()).isEqualTo(400); // it has no file, and was read
        }
    }
}

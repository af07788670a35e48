package dev.kulanz.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Wire;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A page of another site makes the browser of somebody who has given it his password send something. */
@KulanzTest
class ForeignPagesTests {

    private static final List<String> WRITING = List.of(
            "POST /api/v1/payments",
            "POST /api/v1/cases/K-2026-000001/notes",
            "PUT /api/v1/creditors/ACME",
            "DELETE /api/v1/cases/K-2026-000001/blocks",
            "POST /engine-rest/task",
            "POST /engine-rest/deployment/create",
            "PUT /engine-rest/job/x/retries",
            "DELETE /engine-rest/deployment/x");

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: https://localhost",
                "Origin: http://localhost",
                "Origin: http://localhost:1",
                "Origin: HTTP://EVIL.EXAMPLE",
                "Origin: http://sub.localhost:PORT",
                "Origin: http://localhost.:PORT",
                "Origin: https://localhost:PORT",
                "Origin: http://localhost:PORT.evil.example",
                "Origin: http://localhost:PORT@evil.example",
                "Origin: http://evil.example?http://localhost:PORT",
                "Origin: null",
                "Origin: ",
                "Origin: file://evil.example",
                "Origin: file:///etc/passwd",
                "Origin: chrome-extension://abc",
                "Origin: app://obsidian.md",
                "Origin: file://\r\nOrigin: http://evil.example",
                "Origin: http://localhost:PORT\r\nOrigin: http://evil.example",
                "Origin: http://evil.example\r\nSec-Fetch-Site: same-origin",
                "Origin: http://evil.example\r\nSec-Fetch-Site: none",
                "Origin: http://localhost:PORT\r\nSec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Sec-Fetch-Site: CROSS-SITE",
                "Sec-Fetch-Site: unheard-of",
                "Referer: http://evil.example/page",
                "Referer: http://localhost:PORT.evil.example/",
                "Referer: http://evil.example/http://localhost:PORT/",
                "Origin: http://evil.example\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=evil.example"
            })
    void writesNothing(String headers) throws IOException {
        for (String what : WRITING) {
            for (String type : List.of("application/json", "text/plain", "application/x-www-form-urlencoded")) {
                assertThat(status(what, type, headers)).as(what).isEqualTo(403);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X: y",
                "Origin: http://localhost:PORT",
                "Origin: http://LOCALHOST:PORT",
                "Origin: http://localhost:PORT\r\nSec-Fetch-Site: same-origin",
                "Sec-Fetch-Site: none",
                "Referer: http://localhost:PORT/swagger-ui/index.html"
            })
    void isNotMistakenForAProgramOrOurOwnPages(String headers) throws IOException {
        for (String what : WRITING) {
            assertThat(status(what, "application/json", headers)).as(what).isNotEqualTo(403);
        }
    }

    /** Its window is a page of the file system with a browser's rights to go anywhere; to this machine or by TLS it says so. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: file://",
                "Origin: file://\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty"
            })
    void isNotTheCamundaModeler(String headers) throws IOException {
        String agent = "\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
                + "camunda-modeler/5.38.0 Chrome/138.0.0.0 Electron/37.2.0 Safari/537.36\r\nAccept: application/json";
        assertThat(status("POST /engine-rest/deployment/create", "multipart/form-data; boundary=b", headers + agent))
                .isEqualTo(400);
        assertThat(status("PUT /engine-rest/job/x/retries", "application/json", headers + agent))
                .isNotEqualTo(403);
        assertThat(status("POST /api/v1/payments", "application/json", headers + agent))
                .isEqualTo(403);
    }

    @Test
    void needsTheTokenOfAPageWhereASessionIsOpen() {
        for (String path : List.of(
                "/api/v1/payments",
                "/camunda/api/engine/engine/default/task",
                "/cases/K-2026-000001/notes",
                "/users")) {
            Browser browser = Browser.loggedIn(port, "clerk"); // the engine's pages end a session that lacks it
            assertThat(browser.post(path, "{}", "Origin", "http://evil.example").statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    private int status(String what, String type, String headers) throws IOException {
        try (Wire wire = Wire.to(port)) {
            return wire.head(
                            what + " HTTP/1.1",
                            "Host: localhost:" + port,
                            Wire.basic("admin", "admin"),
                            "Content-Type: " + type,
                            "Content-Length: 2",
                            "Connection: close",
                            headers.replace("PORT", String.valueOf(port)))
                    .send("{}")
                    .status();
        }
    }
}

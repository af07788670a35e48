package dev.kulanz.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Headers that only a proxy of ours may write, from somebody who is none. */
@KulanzTest
class SpoofedHeadersTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cases", "/camunda", "/camunda/app/cockpit/default/", "/users?x=//evil.example"})
    void sendNobodyToAnotherHost(String path) throws IOException {
        try (Wire wire = Wire.to(port)) {
            String head = wire.head(
                            "GET " + path + " HTTP/1.1",
                            "Host: evil.example",
                            "Accept: text/html",
                            "X-Forwarded-Host: evil.example",
                            "X-Forwarded-Proto: https",
                            "X-Forwarded-Port: 444",
                            "X-Forwarded-Prefix: //evil.example",
                            "Forwarded: host=evil.example;proto=https",
                            "X-Original-URL: //evil.example",
                            "X-Rewrite-URL: //evil.example",
                            "Connection: close")
                    .answer();
            assertThat(head).containsPattern("(?m)^Location: /login$");
            assertThat(head)
                    .doesNotContainIgnoringCase("Strict-Transport-Security")
                    .doesNotContain("; Secure");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\\/evil.example",
                "/\t/evil.example",
                "javascript:alert(1)",
                "evil.example",
                "",
                "/x\r\nX: y"
            })
    void sendNobodyThereAfterTheLogin(String wanted) throws IOException {
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(wanted.getBytes(StandardCharsets.UTF_8));
        Browser browser = Browser.anonymous(port);
        String token = browser.csrf();
        String form = "username=clerk&password=clerk&_csrf=" + Browser.enc(token);
        try (Wire wire = Wire.to(port)) {
            String head = wire.head(
                            "POST /login HTTP/1.1",
                            "Host: localhost",
                            "Content-Type: application/x-www-form-urlencoded",
                            "Content-Length: " + form.length(),
                            "Cookie: KULANZ-FORM=" + browser.cookie("KULANZ-FORM") + "; KULANZ-WANTED=" + value,
                            "Connection: close")
                    .send(form)
                    .answer();
            assertThat(head).startsWith("HTTP/1.1 302").containsPattern("(?m)^Location: /$");
        }
    }

    @Test
    void giveNobodyFurtherGuesses() throws IOException {
        int looked = 0;
        for (int i = 0; i < 30; i++) {
            try (Wire wire = Wire.from("127.0.0.9", port)) {
                int status = wire.head(
                                "GET /api/v1/cases HTTP/1.1",
                                "Host: localhost",
                                "X-Forwarded-For: 10.1.1." + i,
                                "X-Real-IP: 10.1.1." + i,
                                "Forwarded: for=10.1.1." + i,
                                "True-Client-IP: 10.1.1." + i,
                                Wire.basic("nobody-" + UUID.randomUUID(), "x"),
                                "Connection: close")
                        .status();
                looked += status == 401 ? 1 : 0;
            }
        }
        assertThat(looked).isLessThanOrEqualTo(10);
    }
}

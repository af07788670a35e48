package dev.kulanz.access.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kulanz.support.Wire;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.mock.env.MockEnvironment;

/** Who is believed about where a caller comes from; on a real port, set up as that of the application. */
@ExtendWith(OutputCaptureExtension.class)
class ProxiesTests {

    private static final String PROXY = "127.0.0.2";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.2 | X-Forwarded-For: 203.0.113.7 | 203.0.113.7",
                "127.0.0.2 | X-Forwarded-For: 1.2.3.4, 203.0.113.7 | 203.0.113.7",
                "127.0.0.2 | X-Forwarded-For: 127.0.0.1, 203.0.113.7 | 203.0.113.7",
                "127.0.0.2 | X-Forwarded-For: 1.2.3.4, 203.0.113.7, 10.9.8.7 | 203.0.113.7",
                "127.0.0.2 | X-Forwarded-For: 1.2.3.4;X-Forwarded-For: 203.0.113.7 | 203.0.113.7",
                "127.0.0.2 | X-Forwarded-For: 2001:db8::7 | 2001:db8::7",
                "127.0.0.2 | X-Forwarded-For: 203.0.113.7:56789 | 203.0.113.7",
                "127.0.0.2 | X-Forwarded-For: 1.2.3.4, 203.0.113.7:56789, 10.9.8.7:443 | 203.0.113.7",
                "127.0.0.2 | X-Forwarded-For: [2001:db8::7]:56789 | 2001:db8::7",
                "127.0.0.2 | X-Forwarded-For: [2001:db8::7] | 2001:db8::7",
                "127.0.0.2 | X-Forwarded-For: \"[2001:db8::7]:1\" | 2001:db8::7",
                "127.0.0.2 | X-Forwarded-For: 203.0.113.7, 999.999.999.999 | 127.0.0.2",
                "127.0.0.2 | X-Forwarded-For: 203.0.113.7, ....... | 127.0.0.2",
                "127.0.0.2 | X-Forwarded-For: 203.0.113.7, a:b | 127.0.0.2",
                "127.0.0.2 | X-Forwarded-For: 203.0.113.7, :: ::1 | 127.0.0.2",
                "127.0.0.2 | X-Forwarded-For: 203.0.113.7, 1.2.3 | 127.0.0.2",
                "127.0.0.2 | X-Forwarded-For: 203.0.113.7, 1.2.3.4:5:6 | 127.0.0.2",
                "127.0.0.2 | X-Forwarded-For: 203.0.113.7, [1.2.3.4]:5 | 127.0.0.2",
                "127.0.0.2 | X-Forwarded-For: 203.0.113.7, 1.2.3.4: | 127.0.0.2",
                "127.0.0.2 | X-Forwarded-For: 203.0.113.7, fe80::1%eth0 | 127.0.0.2",
                "127.0.0.2 | X-Forwarded-For: 203.0.113.7, unknown | 127.0.0.2",
                "127.0.0.2 | X-Forwarded-For: 203.0.113.7, evil.example | 127.0.0.2",
                "127.0.0.2 | X-Forwarded-For: 203.0.113.7, <script> | 127.0.0.2",
                "127.0.0.2 | X-Forwarded-For:  | 127.0.0.2",
                "127.0.0.2 | Forwarded: for=203.0.113.7;Forwarded: for=1.2.3.4 | 127.0.0.2",
                "127.0.0.2 | X-Real-IP: 203.0.113.7 | 127.0.0.2",
                "127.0.0.1 | X-Forwarded-For: 203.0.113.7 | 127.0.0.1",
                "127.0.0.3 | X-Forwarded-For: 127.0.0.2 | 127.0.0.3"
            })
    void areBelievedAboutTheCallerOnlyWhereTheyAreNamed(String from, String headers, String caller) throws IOException {
        assertThat(asked(from, "", headers.split(";"))).contains("caller=" + caller + " ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.2 | X-Forwarded-Proto: https | true",
                "127.0.0.2 | X-Forwarded-Proto: HTTPS | true",
                "127.0.0.2 | X-Forwarded-Proto: http, https | false",
                "127.0.0.2 | X-Forwarded-Proto: http | false",
                "127.0.0.2 | X-Forwarded-Ssl: on | false",
                "127.0.0.1 | X-Forwarded-Proto: https | false"
            })
    void areBelievedAboutTlsOnlyWhereTheyAreNamed(String from, String header, boolean secure) throws IOException {
        String answer = asked(from, "", header);
        assertThat(answer).contains("secure=" + secure);
        assertThat(answer.contains("; Secure")).isEqualTo(secure);
        assertThat(answer).contains(secure ? "url=https://kulanz.example/" : "url=http://kulanz.example/");
        assertThat(answer.lines().filter(line -> line.startsWith("Set-Cookie") && line.contains("; Secure")))
                .hasSize(secure ? 2 : 0);
    }

    @Test
    void areNotBelievedAboutTheNameOfTheHost() throws IOException {
        assertThat(asked(
                        PROXY,
                        "",
                        "X-Forwarded-Host: evil.example",
                        "X-Forwarded-Port: 666",
                        "X-Forwarded-Prefix: /evil",
                        "X-Forwarded-Server: evil.example",
                        "Forwarded: host=evil.example;proto=https"))
                .endsWith("\ncaller=127.0.0.2 secure=false url=http://kulanz.example/ ");
    }

    @Test
    void leaveNothingBehindOnAConnectionThatIsUsedAgain() throws IOException {
        try (DoorServer server = server("");
                Wire wire = Wire.from(PROXY, server.port())) {
            wire.head("GET / HTTP/1.1", "Host: a", "X-Forwarded-For: 203.0.113.7", "X-Forwarded-Proto: https");
            wire.skipBody(wire.answer());
            wire.head("GET / HTTP/1.1", "Host: a", "Connection: close");
            assertThat(wire.answerUntilClosed()).contains("caller=127.0.0.2 ", "secure=false");
        }
    }

    @Test
    void makeCookiesSecureAlwaysWhereThePublicAddressIsOfTls() throws IOException {
        assertThat(asked("127.0.0.1", "https://pay.example")
                        .lines()
                        .filter(line -> line.startsWith("Set-Cookie") && line.contains("; Secure")))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.example",
                "10.0.0.0/x",
                "*",
                ".*",
                "10.0.0",
                "10\\.0",
                "999.1.1.1",
                ".......",
                "a:b",
                "10.0.0.0/33"
            })
    void areNamedByAddresses(String name) {
        assertThatThrownBy(() -> new TrustedProxies(List.of(name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"framework", "native"})
    void areNotBelievedBecauseOfTheOldSetting(String strategy, CapturedOutput log) throws IOException {
        MockEnvironment old = new MockEnvironment().withProperty("server.forward-headers-strategy", strategy);
        new WebServer(List.of(), new Https(""), old).customize(new TomcatServletWebServerFactory(0));
        assertThat(log).contains("WARN", "KULANZ_TRUSTED_PROXIES");
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ServletWebServerFactoryAutoConfiguration.class))
                .withUserConfiguration(DoorFilters.class)
                .withBean(Https.class, () -> new Https(""))
                .withPropertyValues("server.forward-headers-strategy=" + strategy)
                .run(context -> assertThat(context).doesNotHaveBean("forwardedHeaderFilter"));
    }

    private static DoorServer server(String publicUrl) {
        return DoorServer.at(publicUrl, new Echo(), new SecureCookies(new Https(publicUrl)));
    }

    private static String asked(String from, String publicUrl, String... headers) throws IOException {
        try (DoorServer server = server(publicUrl);
                Wire wire = Wire.from(from, server.port())) {
            wire.send("GET / HTTP/1.1\r\nHost: kulanz.example\r\n");
            for (String header : headers) {
                wire.send(header + "\r\n");
            }
            return wire.head("Connection: close").answerUntilClosed();
        }
    }

    /** Tells who called, and sets a cookie as Tomcat does and one as the engine's pages do. */
    private static final class Echo extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getSession();
            response.addHeader("Set-Cookie", "XSRF-TOKEN=x;path=/camunda;SameSite=Lax");
            response.getWriter()
                    .print("caller=" + request.getRemoteAddr() + " secure=" + request.isSecure() + " url="
                            + request.getRequestURL() + " ");
        }
    }
}

package dev.kulanz.access.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kulanz.support.Wire;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is not logged in, and says that he sends something, and does not. */
class SlowSendersTests {

    @Test
    void closeTheDoorForNobodyElse() throws IOException {
        List<Wire> idle = new ArrayList<>();
        try (DoorServer server = DoorServer.with(new Taken(), new BodyLimits(true))) {
            for (int i = 0; i < 40; i++) {
                idle.add(announced("127.0.0.3", server));
            }
            await().untilAsserted(() ->
                    assertThat(statusOfOneMore("127.0.0.3", server)).isEqualTo(503));
            for (int i = 10; i < 20; i++) {
                assertThat(status("127.0.1." + i, server)).isEqualTo(200);
            }
        } finally {
            for (Wire wire : idle) {
                wire.close();
            }
        }
    }

    @Test
    void areToldThatTheyWereTooSlow() throws IOException {
        try (DoorServer server = DoorServer.ofShortPatience(new Taken(), new BodyLimits(true));
                Wire wire = announced("127.0.0.3", server)) {
            assertThat(wire.send("a").status()).isEqualTo(408);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1;a\r\nx\r\n", "1;name=value\r\nx\r\n", "1\r\nx\r\n0\r\nTrailer: a\r\n\r\n"})
    void findNothingBesideTheirBodyThatTheyCouldSendSlowly(String body) throws IOException {
        try (DoorServer server = DoorServer.with(new Taken(), new BodyLimits(true));
                Wire wire = Wire.from("127.0.0.3", server.port())) {
            wire.head("POST /login HTTP/1.1", "Host: a", "Transfer-Encoding: chunked");
            assertThat(wire.send(body).status()).isEqualTo(400);
        }
    }

    @Test
    void areToldThatTheirConnectionEnds() throws IOException {
        try (DoorServer server = DoorServer.with(new Refusing());
                Wire wire = announced("127.0.0.3", server)) {
            assertThat(wire.answer()).startsWith("HTTP/1.1 401").containsIgnoringCase("Connection: close");
        }
    }

    @Test
    void keepTheirConnectionWhereAllHasArrived() throws IOException {
        try (DoorServer server = DoorServer.with(new Refusing());
                Wire wire = Wire.to(server.port())) {
            for (int i = 0; i < 3; i++) {
                wire.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}");
                String head = wire.answer();
                assertThat(head).startsWith("HTTP/1.1 401").doesNotContainIgnoringCase("Connection: close");
                wire.skipBody(head);
            }
        }
    }

    private static Wire announced(String from, DoorServer server) throws IOException {
        return Wire.from(from, server.port()).head("POST /login HTTP/1.1", "Host: a", "Content-Length: 2");
    }

    /** The body comes after the answer, so it has to be waited for. */
    private static int statusOfOneMore(String from, DoorServer server) throws IOException {
        try (Wire wire = announced(from, server)) {
            return wire.send("a").statusWithin(3_000);
        }
    }

    private static int status(String from, DoorServer server) throws IOException {
        try (Wire wire = announced(from, server)) {
            return wire.send("ab").status();
        }
    }

    private static final class Taken extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(200);
        }
    }

    private static final class Refusing extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setStatus(401);
            response.setContentLength(2);
            response.getWriter().print("no");
        }
    }
}

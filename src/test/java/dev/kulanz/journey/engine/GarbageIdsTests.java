package dev.kulanz.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.KulanzTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Everything that is open, asked by an admin about what cannot be. */
@KulanzTest
@ExtendWith(OutputCaptureExtension.class)
class GarbageIdsTests {

    private static final List<String> GARBAGE = List.of(
            "0b9e4c1a-7d3f-4f60-9a55-2c1d8e7f6a10",
            "x",
            "%00",
            "a%00b",
            "..",
            "%2e%2e",
            "%2f",
            "%5c",
            "%0a",
            "%20",
            "%C3%A4%F0%9F%98%80",
            "%ED%A0%80",
            "%FF",
            "'",
            "%27%20or%201=1--",
            "$%7B1+1%7D",
            "null",
            "-1",
            "x".repeat(1_200));

    @LocalServerPort
    private int port;

    static List<OpenCommand> commands() {
        return OpenCommands.all();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void areTheCallersMistake(OpenCommand command, CapturedOutput log) {
        boolean isOfPages = command.template().get(0).equals("camunda");
        EngineDoor door = isOfPages ? EngineDoor.pages(port, "admin") : EngineDoor.rest(port, "admin");
        String path = (isOfPages ? "/" : "") + String.join("/", command.template());
        for (String method : command.methods()) {
            for (String garbage : GARBAGE) {
                boolean hasId = path.contains("{");
                String address = hasId
                        ? path.replaceAll("\\{\\w+}", garbage.replace("$", "\\$"))
                        : path + "?id=" + garbage + "&processInstanceId=" + garbage + "&userId=" + garbage + "&sortBy="
                                + garbage + "&maxResults=" + garbage;
                if (hasId || method.equals("GET")) {
                    assertRefused(door, method, address, method.equals("GET") ? "" : "{}", hasId);
                }
            }
            if (method.equals("POST") || method.equals("PUT")) {
                for (String body : List.of(
                        "",
                        "null",
                        "[]",
                        "\"x\"",
                        "{",
                        "{\"x\":1}",
                        "{\"name\":\"\\u0000\"}",
                        "{\"businessKey\":\"\\u0000\"}",
                        "7",
                        "{\"userId\":{}}")) {
                    assertRefused(door, method, path.replaceAll("\\{\\w+}", "x"), body, false);
                }
            }
        }
        assertThat(log.getAll().lines().filter(line -> line.startsWith("\tat ") || line.startsWith("    at ")))
                .isEmpty();
    }

    @Test
    void areMissedAtBothDoorsInTheSameWay() {
        for (EngineDoor door : EngineDoor.both(port, "admin")) {
            HttpResponse<String> answer = door.get("metrics");
            assertThat(answer.statusCode()).as("%s: %s", door, answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("is missing");
        }
    }

    private static void assertRefused(EngineDoor door, String method, String address, String body, boolean hasId) {
        HttpResponse<String> answer = door.send(method, address, body);
        assertThat(answer.statusCode())
                .as("%s %s %s %s: %s", door, method, address, body, answer.body())
                .isBetween(hasId && !address.startsWith("metrics") ? 400 : 200, 499);
        if (answer.statusCode() >= 400) {
            assertThat(answer.body())
                    .as("%s %s %s", method, address, body)
                    .doesNotContain("org.camunda", "java.lang", "com.fasterxml", "org.postgresql");
        }
    }
}

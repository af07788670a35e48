package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;

/** Reads what the API answers. */
final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    static JsonNode read(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + answer.body(), e);
        }
    }

    /** The answer is a problem of RFC 9457 that blames these fields and shows nothing of the inside. */
    static void isProblem(HttpResponse<String> answer, int status, String... fields) {
        JsonNode problem = read(answer, status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asText()).isNotBlank();
        assertThat(problem.findValuesAsText("field")).containsAll(List.of(fields));
        assertThat(problem.get("errors"))
                .allSatisfy(error -> assertThat(error.get("message").asText()).isNotBlank());
        assertThat(answer.body()).doesNotContain("Exception", "at dev.kulanz", "org.springframework");
    }
}

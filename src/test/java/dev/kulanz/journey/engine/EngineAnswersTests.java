package dev.kulanz.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class EngineAnswersTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delegateExpression=\"${case.debtor.Name}\" is not known here.",
                "my.own.Reminder.bpmn: The label of Task_1 is missing.",
                "Condition “a.b.C == java.lang.Runtime” can't be read."
            })
    void leaveFindingsAboutAModelAsTheyAreWhateverTheyQuote(String finding) throws Exception {
        Map<String, Object> refusal = Map.of(
                "type",
                "ParseException",
                "message",
                "Nothing was deployed.\n- " + finding,
                "details",
                Map.of("x.bpmn", Map.of("errors", new Object[] {Map.of("message", finding)})));
        JsonNode told = told(400, JSON.writeValueAsString(refusal));
        assertThat(told.path("message").asText()).isEqualTo("Nothing was deployed.\n- " + finding);
        assertThat(told.findValuesAsText("message")).contains(finding);
        assertThat(told.path("type").asText()).isEqualTo("ParseException");
    }

    @Test
    void takeNamesOfClassesOutOfEverythingElseAndLeaveTheRest() throws Exception {
        JsonNode told = told(
                400,
                "{\"type\":\"InvalidRequestException\",\"message\":\"Cannot set query parameter 'due' to value 'x':"
                        + " Cannot convert value to java type java.util.Date\",\"hint\":\"org.camunda.bpm.engine.impl.TaskQueryImpl\"}");
        assertThat(told.path("message").asText())
                .isEqualTo("Cannot set query parameter 'due' to value 'x': Cannot convert value to java type …");
        assertThat(told.toString()).doesNotContain("java.util", "org.camunda");
    }

    @Test
    void cutOffATrace() throws Exception {
        JsonNode told = told(
                400, "{\"type\":\"X\",\"message\":\"It failed.\\n\\tat org.camunda.bpm.Engine.run(Engine.java:3)\"}");
        assertThat(told.path("message").asText()).isEqualTo("It failed.");
    }

    @ParameterizedTest
    @CsvSource({"400", "500"})
    void tellNothingOfWhatFailed(int status) throws Exception {
        JsonNode told = told(status, "<html>org.camunda.bpm.Engine</html>");
        assertThat(told.fieldNames()).toIterable().containsExactlyInAnyOrder("type", "message");
        assertThat(told.toString()).doesNotContain("camunda");
    }

    @Test
    void sayHowMuchMayBeSent() throws Exception {
        assertThat(told(413, "").path("message").asText()).contains("5 MB", "1 MB");
    }

    private static JsonNode told(int status, String body) throws Exception {
        var response = new MockHttpServletResponse();
        new EngineAnswers(JSON)
                .doFilter(
                        new MockHttpServletRequest("POST", "/engine-rest/deployment/create"),
                        response,
                        new MockFilterChain(new jakarta.servlet.http.HttpServlet() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            protected void service(
                                    jakarta.servlet.http.HttpServletRequest request,
                                    jakarta.servlet.http.HttpServletResponse answer)
                                    throws java.io.IOException {
                                answer.setStatus(status);
                                answer.getOutputStream().write(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                            }
                        }));
        assertThat(response.getStatus()).isEqualTo(status);
        return JSON.readTree(response.getContentAsByteArray());
    }
}

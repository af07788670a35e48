package dev.kulanz.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.kulanz.access.doors.BodyTooSlow;
import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Refusal;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@ExtendWith(OutputCaptureExtension.class)
class ProblemsTests {

    private final Errors errors = new Errors(new UnexpectedFailures());

    @ParameterizedTest
    @CsvSource({"MALFORMED, 400", "NOT_FOUND, 404", "CONFLICT, 409", "UNACCEPTABLE, 422"})
    void giveEachRefusalItsStatus(Refusal.Kind kind, int status) throws Exception {
        var refusal = new Refusal(kind, "Not so.", List.of(new FieldError("amount", "is zero")));
        Problem problem = toProgram(refusal);
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.detail()).isEqualTo("Not so.");
        assertThat(problem.errors()).containsExactly(new FieldError("amount", "is zero"));
    }

    @Test
    void tellNobodyWhatAnUnexpectedFailureSaid(CapturedOutput log) throws Exception {
        var failure =
                new IllegalStateException("Erika Mustermann owes 12.50", new RuntimeException("erika@example.com"));
        Problem problem = toProgram(failure);
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.toString()).doesNotContain("Erika");
        assertThat(log)
                .contains(String.valueOf(problem.reference()), "IllegalStateException", "ProblemsTests")
                .doesNotContain("Erika", "erika@example.com");
    }

    @Test
    void askProgramsToTryAgainWhatWasBrokenOff() throws Exception {
        var response = new MockHttpServletResponse();
        var deadlock = new CannotAcquireLockException("while locking Erika Mustermann");
        Object answer = errors.tell(deadlock, new MockHttpServletRequest("POST", "/api/v1/payments"), response);
        assertThat(answer).asInstanceOf(type(ResponseEntity.class)).satisfies(told -> {
            assertThat(told.getStatusCode().value()).isEqualTo(503);
            assertThat(told.getBody()).asString().contains("try again").doesNotContain("Erika");
        });
        assertThat(response.getHeader("Retry-After")).isEqualTo("1");
    }

    @Test
    void tellWhoSendsTooSlowlySo(CapturedOutput log) throws Exception {
        Problem problem = toProgram(new UncheckedIOException(new ClientAbortException(new BodyTooSlow())));
        assertThat(problem.status()).isEqualTo(408);
        assertThat(problem.detail()).contains("slowly");
        assertThat(log).doesNotContain("Unexpected failure");
    }

    @Test
    void callItNobodysFailureWhenTheSenderHasGone(CapturedOutput log) throws Exception {
        for (Exception gone : List.of(
                new ClientAbortException(new EOFException()),
                new UncheckedIOException(new ClientAbortException(new IOException("Connection reset"))))) {
            assertThatThrownBy(() -> errors.tell(
                            gone, new MockHttpServletRequest("POST", "/api/v1/x"), new MockHttpServletResponse()))
                    .isSameAs(gone);
            assertThatThrownBy(() -> new LastResort(new UnexpectedFailures())
                            .doFilter(
                                    new MockHttpServletRequest(),
                                    new MockHttpServletResponse(),
                                    (request, response) -> {
                                        throw new ServletException(gone);
                                    }))
                    .isInstanceOf(ClientAbortException.class);
        }
        assertThat(log).doesNotContain("Unexpected failure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/x", "/engine-rest/x", "/camunda/api/engine/engine/default/task", "/actuator/x"})
    void areToldToProgramsWhereProgramsAsk(String path) {
        var request = new MockHttpServletRequest("POST", path);
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 400);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, path);
        assertThat(errors.refused(request)).isInstanceOf(ResponseEntity.class);
    }

    private Problem toProgram(Exception failure) throws Exception {
        Object answer =
                errors.tell(failure, new MockHttpServletRequest("GET", "/api/v1/cases"), new MockHttpServletResponse());
        return answer instanceof ResponseEntity<?> entity && entity.getBody() instanceof Problem problem
                ? problem
                : fail("No problem was told: " + answer);
    }
}

package dev.kulanz.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    private Problem toProgram(Exception failure) throws Exception {
        Object answer =
                errors.tell(failure, new MockHttpServletRequest("GET", "/api/v1/cases"), new MockHttpServletResponse());
        return answer instanceof ResponseEntity<?> entity && entity.getBody() instanceof Problem problem
                ? problem
                : fail("No problem was told: " + answer);
    }
}

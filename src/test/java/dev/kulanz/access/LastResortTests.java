package dev.kulanz.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@ExtendWith(OutputCaptureExtension.class)
class LastResortTests {

    private static final FilterChain FAILING = (request, response) -> {
        throw new ServletException("Erika Mustermann", new IllegalStateException("owes 12.50"));
    };

    private final LastResort resort = new LastResort(new UnexpectedFailures());
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/pay/secret");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void logsWhereSomethingFailedAndNotWhatItSaid(CapturedOutput log) throws Exception {
        resort.doFilter(request, response, FAILING);
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(log)
                .contains("IllegalStateException", "LastResortTests")
                .doesNotContain("Erika", "12.50", "/pay/secret");
    }

    @Test
    void breaksAnAnswerOffThatIsHalfOut(CapturedOutput log) {
        response.setCommitted(true);
        assertThatThrownBy(() -> resort.doFilter(request, response, FAILING))
                .isInstanceOf(ServletException.class)
                .hasNoCause()
                .hasMessageNotContaining("Erika");
        assertThat(log).doesNotContain("Erika");
    }
}

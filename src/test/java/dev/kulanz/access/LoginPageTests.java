package dev.kulanz.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;

class LoginPageTests {

    @Test
    void saysHowLongThePauseIs() throws Exception {
        var failed = new MockHttpServletResponse();
        LoginPage.failed(new MockHttpServletRequest(), failed, new TooManyAttempts(Duration.ofMinutes(15)));
        assertThat(failed.getRedirectedUrl()).isEqualTo("/login?wait=900");
        var shown = new MockHttpServletResponse();
        new LoginPage().login(null, "900", null, null, null, new ExtendedModelMap(), shown);
        assertThat(shown.getStatus()).isEqualTo(429);
        assertThat(shown.getHeader("Retry-After")).isEqualTo("900");
    }

    @Test
    void saysWhenOnlyOthersAreInTheWay() throws Exception {
        var failed = new MockHttpServletResponse();
        LoginPage.failed(new MockHttpServletRequest(), failed, TooManyAttempts.atOnce());
        assertThat(failed.getRedirectedUrl()).isEqualTo("/login?busy");
        var shown = new MockHttpServletResponse();
        new LoginPage().login(null, null, "", null, null, new ExtendedModelMap(), shown);
        assertThat(shown.getStatus()).isEqualTo(429);
        assertThat(shown.getHeader("Retry-After")).isEqualTo("1");
    }

    /** The number comes back from a browser, so anybody may have written it. */
    @Test
    void saysNothingThatNoPauseCouldBe() {
        for (String written : new String[] {"", "-1", "x", "901", "9999999999", "1\r\nSet-Cookie: a=b"}) {
            var shown = new MockHttpServletResponse();
            new LoginPage().login(null, written, null, null, null, new ExtendedModelMap(), shown);
            assertThat(shown.getHeader("Retry-After")).isEqualTo("30");
        }
    }
}

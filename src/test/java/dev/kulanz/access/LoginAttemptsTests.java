package dev.kulanz.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginAttemptsTests {

    private final LoginAttempts attempts = new LoginAttempts();

    @Test
    void closesAUserAfterTenFailuresFromWherever() {
        IntStream.range(0, 9).forEach(i -> attempts.failed("erika", "10.0.0." + i));
        assertThat(attempts.closed("erika", "10.0.0.99")).isFalse();
        attempts.failed("erika", "10.0.0.9");
        assertThat(attempts.closed("erika", "10.0.0.99")).isTrue();
        assertThat(attempts.closed("max", "10.0.0.99")).isFalse();
    }

    @Test
    void closesAnAddressThatTriesTenNames() {
        IntStream.range(0, 10).forEach(i -> attempts.failed("user" + i, "10.0.0.1"));
        assertThat(attempts.closed("somebody", "10.0.0.1")).isTrue();
        assertThat(attempts.closed("somebody", "10.0.0.2")).isFalse();
    }

    @Test
    void leavesAnOfficeOpenWhenOneProgramThereHasAnOldPassword() {
        IntStream.range(0, 500).forEach(i -> attempts.failed("integration", "10.0.0.1"));
        assertThat(attempts.closed("integration", "10.0.0.1")).isTrue();
        assertThat(attempts.closed("clerk", "10.0.0.1")).isFalse();
    }

    @Test
    void forgetsFailuresOfWhoRemembersHisPasswordAtLast() {
        IntStream.range(0, 9).forEach(i -> attempts.failed("erika", "10.0.0.1"));
        attempts.succeeded("erika");
        attempts.failed("erika", "10.0.0.1");
        assertThat(attempts.closed("erika", "10.0.0.1")).isFalse();
    }
}

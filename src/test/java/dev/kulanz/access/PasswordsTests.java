package dev.kulanz.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kulanz.shared.Refusal;
import org.junit.jupiter.api.Test;

class PasswordsTests {

    private final Passwords passwords = new Passwords(10);

    @Test
    void remembersOnlyPasswordsThatWereRight() {
        String hash = passwords.hash("correct horse");
        assertThat(passwords.provedLately("correct horse", hash)).isFalse();
        assertThat(passwords.matches("wrong horse", hash)).isFalse();
        assertThat(passwords.provedLately("wrong horse", hash)).isFalse();
        assertThat(passwords.matches("correct horse", hash)).isTrue();
        assertThat(passwords.provedLately("correct horse", hash)).isTrue();
    }

    @Test
    void forgetsThePasswordWithItsHash() {
        String hash = passwords.hash("correct horse");
        passwords.matches("correct horse", hash);
        assertThat(passwords.provedLately("correct horse", passwords.hash("correct horse")))
                .isFalse();
    }

    @Test
    void refusesPasswordsThatAreTooShort() {
        assertThatThrownBy(() -> passwords.requireLength("short"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("at least 10 characters");
    }

    @Test
    void refusesPasswordsOfWhichBcryptWouldIgnoreTheEnd() {
        assertThatThrownBy(() -> passwords.hash("ü".repeat(37)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("at most 72 bytes");
    }
}

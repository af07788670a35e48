package dev.kulanz.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kulanz.access.doors.Place;
import dev.kulanz.shared.Refusal;
import org.junit.jupiter.api.Test;

class PasswordsTests {

    private static final Place HERE = Place.of("10.0.0.1");

    private final Passwords passwords = new Passwords(10);

    @Test
    void remembersOnlyPasswordsThatWereRight() {
        String hash = passwords.hash("correct horse");
        assertThat(passwords.provedLately("correct horse", hash, HERE)).isFalse();
        assertThat(passwords.matches("wrong horse", hash, HERE)).isFalse();
        assertThat(passwords.provedLately("wrong horse", hash, HERE)).isFalse();
        assertThat(passwords.matches("correct horse", hash, HERE)).isTrue();
        assertThat(passwords.provedLately("correct horse", hash, HERE)).isTrue();
        assertThat(passwords.provedLately("correct horse", hash, Place.of("10.0.0.2")))
                .isFalse();
    }

    @Test
    void forgetsThePasswordWithItsHash() {
        String hash = passwords.hash("correct horse");
        passwords.matches("correct horse", hash, HERE);
        assertThat(passwords.provedLately("correct horse", passwords.hash("correct horse"), HERE))
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

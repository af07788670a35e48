package dev.kulanz.departures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendingSwitchTests {

    @ParameterizedTest
    @CsvSource({"on, false", "true, false", "'', false", "off, true", "false, true", "' OFF ', true"})
    void isOffOrOn(String said, boolean off) {
        assertThat(new SendingSwitch(said).isOff()).isEqualTo(off);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aus", "of", "0", "no"})
    void doesNotLetGoByAWordThatItDoesNotUnderstand(String said) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new SendingSwitch(said))
                .withMessageContaining("KULANZ_SENDING");
    }
}

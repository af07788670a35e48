package dev.kulanz.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandoverSettingsTests {

    @Test
    void nameTheAgencyOrNobody() {
        assertThat(new HandoverSettings(Map.of(), " Nordwind Inkasso, Hafenstraße 3, 20457 Hamburg ").agency())
                .isEqualTo("Nordwind Inkasso, Hafenstraße 3, 20457 Hamburg");
        assertThat(new HandoverSettings(Map.of(), " ").agency()).isNull();
    }

    /** Every letter about a hand-over would stay here. */
    @ParameterizedTest
    @ValueSource(strings = {"Nordwind \ud83d\udce7", "北風 Inkasso", "Nordwind\nHamburg"})
    void refuseAnAgencyThatNoLetterCanShow(String agency) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HandoverSettings(Map.of(), agency))
                .withMessageContaining("kulanz.handover.agency");
    }
}

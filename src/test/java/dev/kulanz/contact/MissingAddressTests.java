package dev.kulanz.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No link leads its reader to his own machine. */
class MissingAddressTests {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "pay.example.com", "https://", "http://bad host", "/pay"})
    void holdsEverythingBack(String publicUrl) {
        assertThat(of(publicUrl).state()).isEqualTo(MissingAddress.State.MISSING);
        assertThat(of(publicUrl).condition()).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "http://localhost:8080",
                "https://LOCALHOST/x",
                "http://127.0.0.1:8080",
                "http://127.1.2.3",
                "http://[::1]:8080",
                "http://kulanz.localhost"
            })
    void isToldWhereItIsGoodForATrialOnly(String publicUrl) {
        assertThat(of(publicUrl).state()).isEqualTo(MissingAddress.State.OWN_MACHINE);
        assertThat(of(publicUrl).condition()).isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://pay.example.com", "http://10.0.0.5:8080", " https://pay.example.com/kulanz/ "})
    void holdsNothingBackWhereOneIsNamed(String publicUrl) {
        assertThat(of(publicUrl).state()).isEqualTo(MissingAddress.State.REACHABLE);
        assertThat(of(publicUrl).condition()).isEqualTo("false");
    }

    @Test
    void holdsNothingBackThatLeavesNoMachine() {
        assertThat(new MissingAddress("", true).state()).isEqualTo(MissingAddress.State.REACHABLE);
    }

    private static MissingAddress of(String publicUrl) {
        return new MissingAddress(publicUrl, false);
    }
}

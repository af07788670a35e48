package dev.kulanz.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegibleTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\ufeff", "\u200b", "\u00a0", "\u2060\u00ad", "\u3164", "\u2800", "\t\n", "\ufe0f"})
    void isNothingThatCanBeSeen(String text) {
        assertThat(Legible.isBlank(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\ufeffa", ".", "\ud83e\udee9"})
    void isSomething(String text) {
        assertThat(Legible.isBlank(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u202eb", "a\u2066b", "a\u0007", "\ud800", "a\ufffd"})
    void isNoText(String text) {
        assertThat(Legible.isText(text)).isFalse();
        assertThat(Legible.isLine(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb\tc", "\u05d0\u200f", "Zoë"})
    void isText(String text) {
        assertThat(Legible.isText(text)).isTrue();
    }
}

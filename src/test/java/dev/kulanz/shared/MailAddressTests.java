package dev.kulanz.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mail server is told of an address. */
class MailAddressTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            anna@example.com,             anna@example.com
            Anna.B+kulanz@Example.COM,    Anna.B+kulanz@Example.COM
            a_b@mail_host.example,        a_b@mail_host.example
            info@müller.example,          info@xn--mller-kva.example
            info@MÜLLER.example,          info@xn--mller-kva.example
            info@mu\u0308ller.example,    info@xn--mller-kva.example
            info@xn--mller-kva.example,   info@xn--mller-kva.example
            info@straße.example,          info@xn--strae-oqa.example
            info@łuk.example,             info@xn--uk-wqa.example
            info@почта.рф,                info@xn--80a1acny.xn--p1ai
            info@例え。テスト,              info@xn--r8jz45g.xn--zckzah
            info@דוגמה.example,           info@xn--6dbbec0c.example
            """)
    void saysTheDomainInAscii(String written, String wire) {
        MailAddress address = MailAddress.of(written).orElseThrow();
        assertThat(address.onTheWire()).isEqualTo(wire);
        assertThat(address.needsUtf8()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ayşe.yıldız@example.org,     ayşe.yıldız@example.org
            paweł@łuk.example,           paweł@xn--uk-wqa.example
            аnna@example.org,            аnna@example.org
            rene\u0301@example.org,      rené@example.org
            """)
    void neverWritesALocalPartInAnotherWay(String written, String wire) {
        MailAddress address = MailAddress.of(written).orElseThrow();
        assertThat(address.onTheWire()).isEqualTo(wire);
        assertThat(address.needsUtf8()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "@example.com",
                "anna@",
                "anna@example.com.",
                "anna@.example.com",
                "anna@müller..example",
                "anna@müller.example.",
                "anna@-müller.example",
                "anna@xn--müller.example",
                "anna@mül ler.example",
                "\"anna b\"@example.com",
                "a..b@example.com",
                ".a@example.com",
                "a@b@example.com",
                "an na@example.com",
                "anna@ex\u0000ample.com",
                "anna\r\nBcc:x@example.com",
                "\u212Belvin@\ufffd.example",
                "\u212Aelvin@example.com"
            })
    void knowsWhatNoServerCanBeTold(String written) {
        assertThat(MailAddress.of(written)).isEmpty();
    }

    @Test
    void countsBytes() {
        assertThat(MailAddress.of("a".repeat(64) + "@example.com")).isPresent();
        assertThat(MailAddress.of("a".repeat(65) + "@example.com")).isEmpty();
        assertThat(MailAddress.of("ş".repeat(33) + "@example.com")).isEmpty();
        assertThat(MailAddress.of("anna@" + "a".repeat(63) + ".com")).isPresent();
        assertThat(MailAddress.of("anna@" + "a".repeat(64) + ".com")).isEmpty();
        assertThat(MailAddress.of("anna@" + "ü".repeat(60) + ".com")).isEmpty();
        String longest = "a".repeat(64) + "@" + ("b".repeat(62) + ".").repeat(3).substring(1);
        assertThat(MailAddress.of(longest)).isEmpty();
        assertThat(MailAddress.of(longest + "c"))
                .hasValueSatisfying(one -> assertThat(one.onTheWire()).hasSize(254));
        assertThat(MailAddress.of(longest + "cc")).isEmpty();
    }
}

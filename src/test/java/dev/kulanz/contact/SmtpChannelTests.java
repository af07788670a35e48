package dev.kulanz.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kulanz.contact.ChannelAdapter.Delivery;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What of an address comes over the wire, byte by byte. */
class SmtpChannelTests {

    private static final String FROM = "reminders@kulanz.example";

    private static Delivery sent(WireMailServer server, String recipient, @Nullable String replyTo) {
        JavaMailSenderImpl mail = new JavaMailSenderImpl();
        mail.setHost("127.0.0.1");
        mail.setPort(server.port());
        return new SmtpChannel(mail, FROM)
                .deliver(new OutgoingMessage(
                        UUID.randomUUID(),
                        "K-2026-000001",
                        Channel.EMAIL,
                        "<1@kulanz>",
                        recipient,
                        "Żółta Łódź 王",
                        replyTo,
                        "de",
                        "Offene Rechnung für Łukasz ☕",
                        "Guten Tag Łukasz Yağmur",
                        "<p>Guten Tag Łukasz Yağmur</p>",
                        null));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            anna@example.com,           anna@example.com
            info@müller.example,        info@xn--mller-kva.example
            info@łuk.example,           info@xn--uk-wqa.example
            info@straße.example,        info@xn--strae-oqa.example
            """)
    void tellsAnyServerTheDomainInAscii(String recipient, String wire) throws IOException {
        for (boolean offersUtf8 : new boolean[] {true, false}) {
            try (WireMailServer server = new WireMailServer(offersUtf8)) {
                assertThat(sent(server, recipient, "büro@example.com")).isInstanceOf(Delivery.Taken.class);
                assertThat(server.envelope()).containsExactly("MAIL FROM:<" + FROM + ">", "RCPT TO:<" + wire + ">");
                assertThat(server.message())
                        .contains("To: " + wire + "\n", "From: =?UTF-8?", "Subject: =?UTF-8?")
                        .doesNotContain("Reply-To");
                assertThat(server.message().chars()).allMatch(character -> character < 0x80);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ayşe.yıldız@example.org",
                "paweł@example.org",
                "jürgen@example.org",
                "аnna@example.org",
                "王@łuk.example",
                "\ud83d\ude00@example.org"
            })
    void sendsNothingToALocalPartThatTheServerCannotBeTold(String recipient) throws IOException {
        try (WireMailServer server = new WireMailServer(false)) {
            assertThat(sent(server, recipient, null))
                    .isInstanceOfSatisfying(Delivery.Refused.class, refused -> assertThat(refused.badAddress())
                            .isTrue());
            assertThat(server.isUntouched()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ayşe.yıldız@example.org,  ayşe.yıldız@example.org
            paweł@łuk.example,        paweł@xn--uk-wqa.example
            jürgen@example.org,       jürgen@example.org
            """)
    void tellsItAServerThatOffersToCarryIt(String recipient, String wire) throws IOException {
        try (WireMailServer server = new WireMailServer(true)) {
            assertThat(sent(server, recipient, "büro@müller.example")).isInstanceOf(Delivery.Taken.class);
            assertThat(server.envelopeInUtf8())
                    .containsExactly("MAIL FROM:<" + FROM + "> SMTPUTF8", "RCPT TO:<" + wire + ">");
            assertThat(new String(
                            server.message().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                            java.nio.charset.StandardCharsets.UTF_8))
                    .contains("To: " + wire + "\n", "Reply-To: büro@xn--mller-kva.example\n")
                    .doesNotContain("\ufffd");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@müller..example",
                "anna",
                "anna@example.com\r\nRCPT TO:<x@example.com>",
                "\u212Aai@a.example"
            })
    void doesNotEvenCallTheServerAboutWhatIsNoAddress(String recipient) throws IOException {
        try (WireMailServer server = new WireMailServer(true)) {
            assertThat(sent(server, recipient, null)).isInstanceOf(Delivery.Refused.class);
            assertThat(server.isUntouched()).isTrue();
        }
    }

    @Test
    void answersGoToTheCreditorWhoseDomainHasAnUmlaut() throws IOException {
        try (WireMailServer server = new WireMailServer(false)) {
            sent(server, "anna@example.com", "service@müller.example");
            assertThat(server.message()).contains("Reply-To: service@xn--mller-kva.example\n");
        }
    }

    @Test
    void needsASenderThatEveryServerCanBeTold() {
        assertThatThrownBy(() -> new SmtpChannel(new JavaMailSenderImpl(), "mahnung@@example.com"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SmtpChannel(new JavaMailSenderImpl(), "büro@example.com"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kulanz.mail.from");
    }
}

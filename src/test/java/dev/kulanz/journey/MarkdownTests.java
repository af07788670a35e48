package dev.kulanz.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.HostileTexts;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.util.HtmlUtils;

class MarkdownTests {

    private static Stream<String> hostile() {
        return HostileTexts.all().stream();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void writesWhateverComesFromOutsideAsEntitiesThatReadAsItWas(String text) {
        String written = Markdown.of("%s", text).text();
        assertThat(written.replaceAll("&#[0-9]+;", "")
                        .replaceAll(
                                "(?<=[0-9])[.](?=[0-9])|(?<=\\p{L})[.](?= |$)|(?<=[\\p{L}\\p{Nd}])-(?=[\\p{L}\\p{Nd}])",
                                ""))
                .matches("[\\p{L}\\p{Nd}\\p{Nl}\\p{No} ,]*");
        assertThat(HtmlUtils.htmlUnescape(written)).isEqualTo(text);
    }

    @Test
    void keepsWhatWeWriteOurselves() {
        assertThat(Markdown.of("**%s** · %s", "a*b", Markdown.link("K-1", "/cases/K-1"))
                        .text())
                .isEqualTo("**a&#42;b** · [K-1](/cases/K-1)");
    }

    @Test
    void putsNothingOnAnotherLineAndTurnsNothingAround() {
        assertThat(Markdown.of("%s", "a\r\n\r\n# b\tc\u202egnp\u202c\u2066d\u0085e\u0007")
                        .text())
                .isEqualTo("a &#35; b cgnpde");
    }

    @Test
    void leavesAmountsAndDaysReadable() {
        assertThat(Markdown.of("%s", "1234.50 EUR, due 2026-10-30, No. 1.").text())
                .isEqualTo("1234.50 EUR, due 2026-10-30, No. 1&#46;");
    }

    @Test
    void fitsIntoAVariableHoweverLongThingsAre() {
        String name = "~".repeat(500);
        String shown = Room.filled(room -> Markdown.paragraphs(List.of(
                Markdown.of("### %s", room.shortened(name)),
                room.list(IntStream.range(0, 100)
                        .mapToObj(i -> Markdown.of("%s", room.shortened(i + name)))
                        .toList()))));
        assertThat(shown)
                .hasSizeLessThanOrEqualTo(Room.MOST_CHARACTERS)
                .startsWith("### &#126;")
                .contains("\n* 0&#126;")
                .endsWith("… and 95 more, see the case file");
    }
}

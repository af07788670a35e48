package dev.kulanz.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kulanz.shared.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which encoding a file is read, with a sample to look at; people are asked where nobody can tell. */
class TextCheckTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "windows-1252|Jürgen Müßig",
                "windows-1252|O’Neill & Söhne – 100 €",
                "windows-1252|„Größe“ n° 5, § 3",
                "windows-1252|JOÃO GONÇALVES",
                "windows-1252|Šimek Ž",
                "ISO-8859-15|100 €, Jürgen",
                "UTF-16LE|Jürgen",
                "UTF-16BE|Jürgen"
            })
    void takesWhatIsClean(String charset, String name) throws IOException {
        byte[] file = ("id;name\r\n1;" + name + "\r\n2;ASCII\r\n3;\"Ümit\"").getBytes(Charset.forName(charset));

        TextCheck.Found found = TextCheck.verify(written(file), null);

        assertThat(found.charset().name()).isEqualTo(charset);
        FileReading reading = Objects.requireNonNull(found.reading());
        assertThat(reading.charset()).isEqualTo(charset);
        assertThat(reading.sample()).hasSize(2);
        assertThat(reading.sample().get(0).line()).isEqualTo(2);
        assertThat(name).contains(reading.sample().get(0).text());
        assertThat(reading.sample().get(1)).isEqualTo(new FileReading.Line(4, "Ümit"));
    }

    @Test
    void takesUtf16WithItsMark() throws IOException {
        TextCheck.Found found = TextCheck.verify(written("a;b\nJürgen;x\n".getBytes(StandardCharsets.UTF_16)), null);

        assertThat(found.charset()).isEqualTo(StandardCharsets.UTF_16BE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jürgen", "\ufeffJürgen", "ASCII", "JÃ¼rgen"})
    void saysNothingOfUtf8(String text) throws IOException {
        assertThat(TextCheck.verify(written(text.getBytes(StandardCharsets.UTF_8)), null))
                .isEqualTo(new TextCheck.Found(StandardCharsets.UTF_8, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "windows-1250|Stanisław Żółty",
                "windows-1250|Paweł",
                "windows-1250|Łukasz",
                "windows-1250|Pani Nowacką",
                "windows-1250|żuk",
                "windows-1254|Ayşe Yıldız",
                "windows-1251|Иванов",
                "IBM850|Jürgen Höfer",
                "x-MacRoman|Jürgen Großmann"
            })
    void asksWithASample(String charset, String name) throws IOException {
        Path file = written(("id;name\n1;" + name + "\n").getBytes(Charset.forName(charset)));

        assertThat(refusal(file, null)).contains("Line 2 is not UTF-8").contains(charset + ": “" + name + "”");
        TextCheck.Found found = TextCheck.verify(file, Charset.forName(charset));
        assertThat(Objects.requireNonNull(found.reading()).sample().get(0).text())
                .isEqualTo(name);
    }

    @Test
    void refusesTwoListsThatWerePutTogether() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes("name\nJürgen\nplain\nUmsätze\n".getBytes(StandardCharsets.UTF_8));
        both.writeBytes("Höfer\nplain\nGroß\n".getBytes(Encodings.WESTERN));

        assertThat(refusal(written(both.toByteArray()), null))
                .contains("Line 5 is not UTF-8", "lines 2, 4 …", "lines 5, 7 …");
    }

    @Test
    void refusesWhatIsNotInTheNamedEncoding() throws IOException {
        Path file = written("name\nHöfer\n".getBytes(Encodings.WESTERN));

        assertThat(refusal(file, StandardCharsets.UTF_8)).contains("Line 2 can't be read as UTF-8");
    }

    @Test
    void knowsEncodingsByTheirNames() {
        assertThat(Encodings.named("Windows-1252")).isEqualTo(Encodings.WESTERN);
        assertThat(Encodings.named("latin1")).isEqualTo(Encodings.WESTERN);
        assertThat(Encodings.named("utf8")).isEqualTo(StandardCharsets.UTF_8);
        assertThat(Encodings.named(" ")).isNull();
        assertThat(catchThrowableOfType(Refusal.class, () -> Encodings.named("EBCDIC")))
                .hasMessageContaining("windows-1252");
    }

    private Path written(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("list.csv"), bytes);
    }

    private static String refusal(Path file, @Nullable Charset named) {
        return Objects.requireNonNull(catchThrowableOfType(Refusal.class, () -> TextCheck.verify(file, named))
                .getMessage());
    }
}

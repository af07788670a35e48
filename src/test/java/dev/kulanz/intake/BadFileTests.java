package dev.kulanz.intake;

import static dev.kulanz.intake.Portfolio.HEADER;
import static dev.kulanz.intake.Portfolio.file;
import static dev.kulanz.intake.Portfolio.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Refusal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A file that can't be taken as a whole is refused with one clear answer and changes nothing at all. */
@IntakeTest
class BadFileTests {

    @Autowired
    private Portfolio portfolio;

    @BeforeEach
    void empty() {
        portfolio.emptied();
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(refusal("")).hasMessageContaining("The file is empty");
    }

    @Test
    void refusesBlankLines() {
        assertThat(refusal("\n\n  \n")).hasMessageContaining("only blank lines");
    }

    @Test
    void takesOnlyAHeaderAsNothingWithAHint() {
        ImportResult result = portfolio.imported(HEADER);

        assertThat(result.accepted() + result.unchanged() + result.rejectedRows())
                .isZero();
        assertThat(result.hint()).contains("no rows");
    }

    @Test
    void namesMissingAndUnknownColumnsAndWhatWasMeant() {
        Refusal refusal = refusal(HEADER.replace("due_date", "dueDate").replace("amount", "betrag") + "\n");

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNACCEPTABLE);
        assertThat(refusal.errors())
                .extracting(FieldError::field, FieldError::message)
                .contains(
                        tuple("dueDate", "The column “dueDate” is not known: is “due_date” meant?"),
                        tuple("due_date", "The column “due_date” is missing in the header."),
                        tuple("amount", "The column “amount” is missing in the header."),
                        tuple("betrag", "The column “betrag” is not known."));
    }

    @Test
    void refusesAColumnThatIsThereTwiceOrHasNoName() {
        assertThat(refusal(HEADER + ",amount,\n").errors())
                .extracting(FieldError::message)
                .containsExactly("The column “amount” is there twice.", "A column has no name.");
    }

    @Test
    void refusesAFileWithoutHeader() {
        assertThat(refusal(row("D-1", "R-1") + "\n").errors()).hasSizeGreaterThan(8);
    }

    @Test
    void namesTheLineThatIsNotUtf8AndWhatItMayBe() {
        String csv = file(row("D-1", "R-1"), row("D-2", "R-2").replace("Name of D-2", "Jürgen Höfer"));

        Refusal refusal = refusal(csv.getBytes(Charset.forName("IBM850")));

        assertThat(refusal).hasMessageContaining("Line 3 is not UTF-8").hasMessageContaining("IBM850: “Jürgen Höfer”");
        assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("charset");
    }

    @Test
    void namesTheLineThatIsNotUtf8FarInALongFile() {
        StringBuilder csv = new StringBuilder(HEADER).append("\r\n");
        for (int i = 2; i < 5_000; i++) {
            csv.append(row("D-ü" + i, "R-" + i)).append("\r\n");
        }
        byte[] good = csv.toString().getBytes(StandardCharsets.UTF_8);
        byte[] bad = Arrays.copyOf(good, good.length + 1);
        bad[good.length] = (byte) 0xfc;

        assertThat(refusal(bad)).hasMessageContaining("Line 5000 is not UTF-8");
    }

    @Test
    void refusesUtf16ThatIsCutOff() {
        byte[] whole = file(row("D-1", "R-1")).getBytes(StandardCharsets.UTF_16LE);

        assertThat(refusal(Arrays.copyOf(whole, whole.length - 1))).hasMessageContaining("can't be read as UTF-16LE");
    }

    @Test
    void refusesNulBytes() {
        assertThat(refusal(file(row("D-1", "R-1"), row("D\0", "R-2")))).hasMessageContaining("Line 3 holds a NUL byte");
    }

    @Test
    void refusesATruncatedCharacterAtTheEnd() {
        byte[] whole = file(row("D-ü", "R-1")).getBytes(StandardCharsets.UTF_8);
        int cut = new String(whole, StandardCharsets.ISO_8859_1).indexOf('Ã') + 1;

        assertThat(refusal(Arrays.copyOf(whole, cut))).hasMessageContaining("Line 2 is not UTF-8");
    }

    @Test
    void refusesAnOpenQuotationMark() {
        assertThat(refusal(file(row("D-1", "R-1"), row("\"D-2", "R-2"), row("D-3", "R-3"))))
                .hasMessageContaining("quotation mark")
                .hasMessageContaining("line 2");
    }

    @Test
    void refusesAQuotationMarkThatSwallowsRows() {
        assertThat(refusal(file(row("\"D-1", "R-1"), row("D-2", "R-2"), row("\"D-3\"", "R-3"))))
                .hasMessageContaining("quotation mark");
    }

    @Test
    void refusesAnEndlessLine() {
        assertThat(refusal(HEADER + "\n" + "x".repeat(30_000))).hasMessageContaining("Line 2 has more than 20000");
    }

    @Test
    void refusesMoreColumnsThanAnybodyNeeds() {
        assertThat(refusal(HEADER + ",x".repeat(300) + "\n")).hasMessageContaining("Nothing was imported");
    }

    @Test
    void refusesTabs() {
        assertThat(refusal(HEADER.replace(',', '\t') + "\n")).hasMessageContaining("separated by tabs");
    }

    @Test
    void leavesNoCopyOfAFileBehind() throws IOException {
        portfolio.imported(file(row("D-1", "R-1")));
        portfolio.emptied();
        refusal("");

        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(files.filter(f -> f.getFileName().toString().startsWith(UploadedFile.NAME)))
                    .isEmpty();
        }
    }

    private Refusal refusal(String csv) {
        return refusal(csv.getBytes(StandardCharsets.UTF_8));
    }

    private Refusal refusal(byte[] csv) {
        Map<String, Long> before = portfolio.everything();
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> portfolio.imported(csv, ImportOptions.CHANGES, CreditorScope.ALL));
        assertThat(refusal).isNotNull();
        assertThat(refusal.errors()).isNotEmpty();
        assertThat(portfolio.everything()).isEqualTo(before);
        return refusal;
    }
}

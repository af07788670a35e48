package dev.kulanz.intake;

import static dev.kulanz.intake.Portfolio.HEADER;
import static dev.kulanz.intake.Portfolio.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kulanz.access.CreditorScope;
import dev.kulanz.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** What was refused goes back to who sent it, with the reasons, and is taken once it was mended. */
@IntakeTest
class RejectedRowsTests {

    @Autowired
    private Portfolio portfolio;

    @Autowired
    private Imports imports;

    @Autowired
    private ImportController controller;

    @Autowired
    private ObjectMapper json;

    @BeforeEach
    void empty() {
        portfolio.emptied();
    }

    @Test
    void comeBackAsTheyWereSentAndAreTakenOnceTheyAreMended() {
        String sent = HEADER.replace(',', ';') + "\n"
                + row("D-1", "R-1").replace(',', ';') + "\n"
                + "lindenhof;D-2;\"Müller; \"\"Söhne\"\"\nund Töchter\";;R-2;2026-10-27;soon;ten;EUR\n"
                + "lindenhof;D-3;Name of D-3;;R-3;2026-10-27;2026-11-10;0;EUR\n";
        String back = back(sent);
        assertThat(back).startsWith("\ufeff" + "line;reason;" + HEADER.replace(',', ';') + "\r\n");
        assertThat(back)
                .contains("\r\n3;due_date: ", " | amount: ")
                .contains("lindenhof;D-2;\"Müller; \"\"Söhne\"\"\nund Töchter\";;R-2;2026-10-27;soon;ten;EUR\r\n")
                .contains("\r\n5;amount: The amount is zero: there is nothing to remind of.;lindenhof;D-3;")
                .doesNotContain("D-1");

        String mended = back.replace("soon;ten", "2026-11-10;10,00").replace(";0;EUR", ";20;EUR");
        assertThat(portfolio.imported(mended).accepted()).isEqualTo(2);
        assertThat(portfolio.count("open_item")).isEqualTo(3);
    }

    @Test
    void comeBackOnceMoreWithTheirNewLineAndReasonAlone() {
        String back = back(HEADER + "\n" + row("D-1", "R-1", "x") + "\n" + row("D-2", "R-2", "y") + "\n");
        String again = back(back.replace(",x,", ",5,"));
        assertThat(again.lines()).hasSize(2);
        assertThat(again).startsWith("\ufeffline,reason," + HEADER + "\r\n3,").contains("D-2");
    }

    @Test
    void runInNoSpreadsheetAndAreWhatTheyWere() {
        String evil = "\"=HYPERLINK(\"\"http://evil.example\"\")\"";
        String sent = HEADER + "\n" + row("D-1", "R-1", "-x").replace("Name of D-1", evil) + "\n"
                + row("D-2", "R-2", "-12.50").replace("EUR", "EURO!") + "\n";
        String back = back(sent);
        assertThat(back)
                .contains(",\"'=HYPERLINK(\"\"http://evil.example\"\")\",")
                .contains(",'-x,")
                .contains(",-12.50,");
        assertThat(reasons(back(back))).isEqualTo(reasons(back));
    }

    @Test
    void keepTheirFieldsWhereTheyHaveTooManyOrTooFew() {
        String back = back(HEADER + "\n" + "lindenhof,D-1,Muster, Max,m@example.com,R-1,2026-10-27,2026-11-10,5,EUR\n"
                + "lindenhof,D-2,Short\n");
        assertThat(back)
                .contains(",lindenhof,D-1,Muster, Max,m@example.com,R-1,2026-10-27,2026-11-10,5,EUR\r\n")
                .contains(",lindenhof,D-2,Short\r\n");
        String mended = back.replace("Muster, Max", "\"Muster, Max\"");
        assertThat(portfolio.imported(mended).accepted()).isEqualTo(1);
    }

    @Test
    void areReadableWhateverTheFileWasWrittenIn() {
        byte[] sent = (HEADER + "\n" + row("D-1", "R-1", "x").replace("Name of D-1", "Jürgen Müßig") + "\n")
                .getBytes(Charset.forName("windows-1252"));
        assertThat(back(sent)).contains("Jürgen Müßig");
    }

    @Test
    void areManyAndStillAllThere() {
        String sent = IntStream.range(0, 5_000)
                .mapToObj(i -> row("D-" + i, "R-" + i, i % 2 == 0 ? "x" : "1"))
                .collect(Collectors.joining("\n", HEADER + "\n", "\n"));
        assertThat(back(sent).lines()).hasSize(2_501);
    }

    @Test
    void oneOfTheTwoColumnsAloneIsAMistakeLikeAnyOther() {
        assertThatThrownBy(() -> portfolio.imported(HEADER + ",reason\n" + row("D-1", "R-1") + ",DISPUTE\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("reason");
    }

    @Test
    void areTheAnswerToWhoAsksForThem() throws Exception {
        String sent = HEADER + "\n" + row("D-1", "R-1") + "\n" + row("D-2", "R-2", "x") + "\n";
        MockHttpServletResponse answer = MockMvcBuilders.standaloneSetup(controller)
                .setMessageConverters(new ResourceHttpMessageConverter(), new MappingJackson2HttpMessageConverter(json))
                .build()
                .perform(post("/api/v1/open-items/import?dryRun=true")
                        .contentType("text/csv")
                        .accept("text/csv")
                        .content(sent))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).startsWith("text/csv");
        assertThat(answer.getHeader("X-Rejected")).isEqualTo("1");
        assertThat(answer.getHeader("X-Accepted")).isEqualTo("1");
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains("D-2")
                .doesNotContain("D-1");
        assertThat(portfolio.count("open_item")).isZero();
    }

    private static String reasons(String csv) {
        return csv.lines().map(line -> line.replaceFirst("^\\d+,", "")).collect(Collectors.joining("\n"));
    }

    private String back(String sent) {
        return back(sent.getBytes(StandardCharsets.UTF_8));
    }

    private String back(byte[] sent) {
        try (RejectedFile rejected = RejectedFile.toldBy(RowMessage::message)) {
            imports.run(
                    new ByteArrayInputStream(sent),
                    ImportOptions.CHANGES,
                    CreditorScope.ALL,
                    rejected,
                    ImportProgress.UNSEEN);
            try (InputStream text = rejected.open()) {
                return new String(text.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.kulanz.intake;

import static dev.kulanz.intake.Portfolio.HEADER;
import static dev.kulanz.intake.Portfolio.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kulanz.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The import as another system sees it. */
@IntakeTest
class ImportControllerTests {

    private static final String CSV = HEADER + "\n" + row("D-1", "R-1") + "\n" + row("D-2", "R-2", "x") + "\n";

    private final Portfolio portfolio;
    private final MockMvc http;

    @Autowired
    ImportControllerTests(Portfolio portfolio, ImportController controller, ObjectMapper json) {
        this.portfolio = portfolio;
        this.http = MockMvcBuilders.standaloneSetup(controller)
                .setMessageConverters(new MappingJackson2HttpMessageConverter(json))
                .build();
    }

    @BeforeEach
    void empty() {
        portfolio.emptied();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "text/csv;charset=UTF-8", "text/plain", "application/octet-stream"})
    void takesTheBody(String type) throws Exception {
        http.perform(post("/api/v1/open-items/import").contentType(type).content(CSV))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.importId").isString())
                .andExpect(jsonPath("$.accepted").value(1))
                .andExpect(jsonPath("$.unchanged").value(0))
                .andExpect(jsonPath("$.rejected.length()").value(1))
                .andExpect(jsonPath("$.rejected[0].line").value(3))
                .andExpect(jsonPath("$.rejected[0].field").value("amount"))
                .andExpect(jsonPath("$.rejected[0].message").isString())
                .andExpect(jsonPath("$.contacts").doesNotExist());
        assertThat(portfolio.count("open_item")).isEqualTo(1);
    }

    @Test
    void saysWhoWouldBeContactedAndKeepsNothing() throws Exception {
        http.perform(post("/api/v1/open-items/import?dryRun=true")
                        .contentType("text/csv")
                        .content(CSV))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.contacts[0].creditorId").value(Portfolio.CREDITOR))
                .andExpect(jsonPath("$.contacts[0].debtorId").value("D-1"))
                .andExpect(jsonPath("$.contacts[0].name").value("Name of D-1"))
                .andExpect(jsonPath("$.contacts[0].date").value("2026-11-23"))
                .andExpect(jsonPath("$.contacts[0].step").value("friendly-reminder"))
                .andExpect(jsonPath("$.contacts[0].channel").value("EMAIL"));
        assertThat(portfolio.count("open_item")).isZero();
    }

    @Test
    void clearsBySnapshot() throws Exception {
        portfolio.imported(Portfolio.file(row("D-1", "R-1"), row("D-9", "R-9")));

        http.perform(post("/api/v1/open-items/import?mode=SNAPSHOT")
                        .contentType("text/csv")
                        .content(Portfolio.file(row("D-1", "R-1"))))
                .andExpect(jsonPath("$.cleared").value(1))
                .andExpect(jsonPath("$.unchanged").value(1));
    }

    @Test
    void refusesAnUnknownMode() {
        assertThatThrownBy(() -> http.perform(post("/api/v1/open-items/import?mode=ALL")
                        .contentType("text/csv")
                        .content(CSV)))
                .hasCauseInstanceOf(Refusal.class)
                .hasMessageContaining("CHANGES");
    }

    @Test
    void refusesOtherContent() throws Exception {
        http.perform(post("/api/v1/open-items/import")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("[]"))
                .andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void listsImports() throws Exception {
        portfolio.imported(CSV);

        http.perform(get("/api/v1/open-items/imports"))
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].startedAt").value("2026-11-22T11:00:00Z"))
                .andExpect(jsonPath("$[0].accepted").value(1));
    }
}

package dev.kulanz.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.intake.ImportOptions;
import dev.kulanz.intake.ImportProgress;
import dev.kulanz.intake.ImportResult;
import dev.kulanz.intake.Imports;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** The sample portfolio, which every newcomer sees first. */
@KulanzTest
class PortfolioTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final LocalDate FIRST = TODAY.minusDays(PortfolioFill.DAYS);

    @RegisterExtension
    private final Story story = Story.beginsAt(FIRST + "T06:00");

    @Autowired
    private Imports imports;

    private final List<PortfolioRow> rows = PortfolioFile.rows(TODAY);

    @Test
    void isTakenWithoutARefusalOnTheDayOnWhichEachItemComes() {
        Map<LocalDate, List<PortfolioRow>> byDay = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.comesOn().isBefore(FIRST) ? FIRST : row.comesOn(),
                        TreeMap::new,
                        Collectors.toList()));
        byDay.forEach((day, coming) -> {
            if (day.isAfter(FIRST)) {
                story.until(day + "T06:00");
            }
            ImportResult tried = imports.run(
                    new ByteArrayInputStream(PortfolioFile.toImport(
                            coming.stream().map(PortfolioRow::importFields).toList())),
                    ImportOptions.DRY_RUN,
                    CreditorScope.ALL,
                    ImportProgress.UNSEEN);
            assertThat(tried.rejected()).as("refused on " + day).isEmpty();
            assertThat(tried.accepted()).as("taken on " + day).isEqualTo(coming.size());
        });
    }

    @Test
    void tellsOfNothingThatADebtorDoesBeforeHeOwes() {
        assertThat(rows).allSatisfy(row -> assertThat(row.happensOn()).isAfterOrEqualTo(row.comesOn()));
        assertThat(rows)
                .filteredOn(row -> !row.story().isEmpty())
                .as("stories of paying, paying in part and blocks")
                .extracting(PortfolioRow::story)
                .contains("PAY", "PART", "BLOCK");
    }
}

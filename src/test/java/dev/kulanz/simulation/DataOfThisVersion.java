package dev.kulanz.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.simulation.Inhabitant.Invoice;
import dev.kulanz.storage.Dump;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Writes what this version leaves behind, so that the next one can be proved to go on with it; how is told in
 * {@code src/test/resources/upgrade/README.md}. Two towns live from November to a Sunday in February, beside debtors whose
 * cases come to each wait and stay there, since nobody works for their creditor. Not part of the build, by its name.
 */
@KulanzTest
class DataOfThisVersion {

    private static final LocalDate LAST = LocalDate.of(2027, 2, 21);
    private static final List<Scenario> TOWNS =
            List.of(new Scenario(7, 12, 240, null), new Scenario(11, 12, 240, null));

    @Autowired
    private Stories house;

    @Autowired
    private DataSource database;

    @Test
    void isWritten() throws IOException, SQLException {
        List<Household> towns = TOWNS.stream().map(this::settled).toList();
        Story story = begun().namesItsAddress(3, 3);
        Newcomers newcomers = new Newcomers(story);
        DebtorsAtEveryStep steps = new DebtorsAtEveryStep(newcomers);
        DebtorsOfEveryKind kinds = new DebtorsOfEveryKind(newcomers);
        DebtorsForTheAgency agency = new DebtorsForTheAgency(story, newcomers);
        for (LocalDate day = TOWNS.get(0).begin(); day.isBefore(LAST); day = day.plusDays(1)) {
            LocalDate today = day;
            story.until(day + "T16:41:09");
            towns.forEach(town -> town.liveAndWork(today));
            agency.live(day);
            steps.live(day);
            kinds.live(day);
        }
        story.until(LAST + "T09:00");
        leaveNewsBehind(newcomers);
        Waits waits = new Waits(house.repository(), house.jdbc());
        assertThat(waits.taken()).containsAll(waits.possible());
        write(Path.of(System.getProperty("kulanz.dump")));
    }

    private Story begun() {
        return house.beginAt(TOWNS.get(0).begin() + "T04:00");
    }

    private Household settled(Scenario scenario) {
        Story story = begun().namesItsAddress(3, 3);
        CreditorFile file = new CreditorFile(
                new Tally(),
                new DueDates(house.jdbc(), house.clock()),
                new PersonsRecord(house.jdbc(), house.clock(), story.creditorId()));
        for (Inhabitant debtor : new Town(scenario, story.creditorId()).inhabitants()) {
            for (Invoice invoice : debtor.invoices()) {
                file.name(debtor, invoice, invoice.amount());
            }
        }
        file.isImportedBy(house.imports());
        return new Household(house, story.creditorId(), scenario);
    }

    /** The application ends before the engine has heard of it. */
    private static void leaveNewsBehind(Newcomers newcomers) {
        newcomers
                .remindedElsewhere("Verspricht zuletzt", "friendly-reminder", "2027-02-16")
                .owes("Z1", "100.00", "2027-01-30");
        newcomers
                .remindedElsewhere("Zahlt zuletzt", "friendly-reminder", "2027-02-16")
                .owes("Z2", "100.00", "2027-01-30");
        newcomers.known("Verspricht zuletzt").promisesUnnoticed("100.00", "2027-03-05");
        newcomers.known("Zahlt zuletzt").book("100.00", "EUR", null);
    }

    private void write(Path dump) throws IOException, SQLException {
        house.jdbc().sql("drop table simulated_due_date, simulated_person").update();
        // prints are most of the data, and nobody reads them again
        house.jdbc()
                .sql("update contact_letter set pdf = '%PDF-'::bytea where pdf is not null")
                .update();
        try (Connection connection = database.getConnection();
                OutputStream out = Files.newOutputStream(dump)) {
            Dump.write(connection, out);
        }
    }
}

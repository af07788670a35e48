package dev.kulanz.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.shared.BusinessClock;
import dev.kulanz.support.KulanzTest;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody new does in the first ten minutes, in a real browser. Leaves its pictures in target/screenshots. */
@KulanzTest
class WalkTests {

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private BusinessClock clock;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void importsReadsAReminderBooksThePaymentAndSeesSilence() {
        LocalDate today = clock.today();
        Person clerk = chromium.open(port, "en-GB").logsIn("clerk");

        clerk.goesTo("/import")
                .chooses("open-items.csv", file(today))
                .presses("Try the file")
                .sees("This would happen")
                .sees("Wanda Walk")
                .takesPicture("import-dry-run")
                .presses("Import for real")
                .sees("The file is imported");

        clerk.presses("One week on").waitsForTime();
        clerk.goesTo("/cases").searches("Wanda Walk").sees("Friendly reminder").takesPicture("cases");
        clerk.goesTo("/cases?q=Wanda%20Walk")
                .follows("Wanda Walk")
                .sees("What happened and why")
                .seesDrawn("Activity_SendFriendlyReminder");
        clerk.unfolds("Read the message");
        assertThat(clerk.readsMessage())
                .contains("Hello Wanda Walk,", "Invoice WALK-1", "€49.90", "there is nothing more for you to do");
        assertThat(clerk.seesAllOfTheMessage()).isTrue();
        clerk.takesPicture("case-file");

        clerk.presses("Book payment").sees("Settled");
        clerk.presses("One week on").waitsForTime();
        clerk.presses("One week on").waitsForTime();
        String story = clerk.reads("main");
        assertThat(story).contains("Thank", "Friendly reminder sent").doesNotContain("Second reminder sent");
        clerk.takesPicture("case-settled");

        clerk.goesTo("/cases")
                .searches("Werner Weiter")
                .follows("Werner Weiter")
                .sees("Second reminder sent");
        assertThat(clerk.complaints()).isEmpty();
    }

    @Test
    void remembersAFollowUpDateAndShowsWhatCameAndWent() {
        LocalDate today = clock.today();
        Person clerk = chromium.open(port, "en-GB").logsIn("clerk");
        imports(clerk, row("W-7", "Frida Later", "LATER-1", today.minusDays(5), "66.60"));
        clerk.presses("One day on").waitsForTime();

        clerk.goesTo("/cases?q=Frida%20Later").follows("Frida Later").unfolds("Set a follow-up date");
        clerk.fills("reason", "calls back").fills("date", clock.today().toString());
        clerk.presses("Keep").sees("The follow-up date is kept.").takesPicture("follow-up");
        clerk.goesTo("/").sees("Follow-ups due").sees("By step, and the last twelve weeks");
        clerk.goesTo("/cases?mark=FOLLOW_UP_DUE&q=Frida").sees("calls back");
        clerk.follows("Frida Later").presses("Done").sees("The follow-up is done.");

        clerk.goesTo("/stock?creditor=walk-shop")
                .sees("Opening")
                .sees("All steps")
                .takesPicture("stock");
        assertThat(clerk.complaints()).isEmpty();
    }

    @Test
    void worksOnAPhone() {
        LocalDate today = clock.today();
        Person clerk = chromium.open(port, "en-GB", 390, 844).logsIn("clerk");
        clerk.goesTo("/import")
                .chooses("one.csv", header() + row("W-8", "Paula Phone", "PHONE-1", today.minusDays(5), "88.80"))
                .presses("Try the file")
                .sees("€88.80")
                .presses("Import for real")
                .sees("The file is imported")
                .presses("One week on")
                .waitsForTime();

        clerk.goesTo("/").presses("Menu").follows("Cases").searches("Paula Phone");
        clerk.seesWhole("€88.80").seesWhole("Friendly reminder").takesPicture("phone-cases");
        clerk.goesTo("/cases?q=Paula%20Phone").follows("Paula Phone").sees("What happened and why");
        clerk.seesWhole("PHONE-1").seesWhole("€88.80").takesPicture("phone-case-file");
        assertThat(clerk.complaints()).isEmpty();
    }

    @Test
    void saysWhichSizeOfADiagramIsChosen() {
        Person clerk = chromium.open(port, "en-GB", 700, 860).logsIn("clerk").goesTo("/");

        assertThat(clerk.scrollsTo(".diagram").pressed("Readable size")).isTrue();
        clerk.presses("Whole width");
        assertThat(clerk.pressed("Whole width")).isTrue();
        assertThat(clerk.pressed("Readable size")).isFalse();
    }

    @Test
    void speaksGermanToWhoReadsGerman() {
        Person clerk = chromium.open(port, "de-DE").logsIn("clerk").goesTo("/");

        clerk.sees("Abmelden").goesTo("/cases").sees("Fälle");
        assertThat(clerk.complaints()).isEmpty();
    }

    @Test
    void opensTheTasklistWithTheSameLogin() {
        Person clerk = chromium.open(port, "en-GB").logsIn("clerk");

        clerk.goesTo("/camunda/app/tasklist/default/").sees("Clara Clerk").takesPicture("tasklist");
    }

    @Test
    void showsADebtorThePaymentPageAndSaysNothingOfHim() {
        LocalDate today = clock.today();
        Person clerk = chromium.open(port, "en-GB").logsIn("clerk");
        imports(clerk, row("W-9", "Petra Portal", "PORTAL-1", today.minusDays(5), "77.70"));
        clerk.presses("One week on").waitsForTime();
        clerk.goesTo("/cases?q=Petra%20Portal").follows("Petra Portal").sees("What happened and why");
        clerk.unfolds("Read the message");
        String link = clerk.linkInMessage();

        Person debtor = chromium.open(port, "en-GB").goesTo(link).sees("€77.70").takesPicture("payment-page");
        assertThat(debtor.reads("body")).doesNotContain("Petra", "PORTAL-1");
        assertThat(debtor.complaints()).isEmpty();
    }

    private static void imports(Person clerk, String row) {
        clerk.goesTo("/import")
                .chooses("one.csv", header() + row)
                .presses("Try the file")
                .presses("Import for real")
                .sees("The file is imported");
    }

    private static String file(LocalDate today) {
        return header()
                + row("W-1", "Wanda Walk", "WALK-1", today.minusDays(4), "49.90")
                + row("W-2", "Werner Weiter", "WALK-2", today.minusDays(4), "120.00");
    }

    private static String header() {
        return "creditor_id,debtor_id,name,language,email,invoice_id,invoice_date,due_date,amount,currency\n";
    }

    private static String row(String debtor, String name, String invoice, LocalDate due, String amount) {
        return "walk-shop,%s,%s,en,%s@example.com,%s,%s,%s,%s,EUR%n"
                .formatted(debtor, name, debtor, invoice, due.minusDays(14), due, amount);
    }
}

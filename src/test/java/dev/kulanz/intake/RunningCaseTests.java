package dev.kulanz.intake;

import static dev.kulanz.intake.Portfolio.fileWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Items that were dunned elsewhere bring what they were told of. Today is 22 November 2026; R-1 was due on the 10th. */
@IntakeTest
class RunningCaseTests {

    private static final String NOTICES =
            "select step || '|' || (told_at at time zone 'Europe/Berlin') || '|' || pay_by from notice";

    @Autowired
    private Portfolio portfolio;

    @BeforeEach
    void empty() {
        portfolio.emptied();
    }

    @ParameterizedTest
    @CsvSource({
        "friendly-reminder, friendly-reminder, 2026-11-16", // the 15th is a Sunday
        "SECOND_REMINDER, second-reminder, 2026-11-23",
        "Zahlungserinnerung, friendly-reminder, 2026-11-16",
        "Mahnung, dunning-notice, 2026-11-23",
        "Letzte Mahnung, final-notice, 2026-11-25"
    })
    void keepsWhatTheDebtorWasToldAndTheDaysThatHeHasToPay(String written, String step, String payBy) {
        ImportResult result = portfolio.imported(
                fileWith(Map.of("dunning_step", written, "last_reminder_on", "11.11.2026", "state", "BE")));

        assertThat(result.rejected()).isEmpty();
        assertThat(portfolio.strings(NOTICES)).containsExactly(step + "|2026-11-11 12:00:00|" + payBy);
        assertThat(portfolio.journalled()).contains("ReminderTakenOver");
    }

    @ParameterizedTest
    @CsvSource({"1, friendly-reminder", "2, second-reminder", "3, dunning-notice", "7, dunning-notice"})
    void takesTheNumberOfRemindersWhereNoStepIsNamed(String sent, String step) {
        portfolio.imported(fileWith(Map.of("reminders_sent", sent, "last_reminder_on", "2026-11-12")));

        assertThat(portfolio.strings("select step from notice")).containsExactly(step);
    }

    @Test
    void refusesAStepWithoutItsDay() {
        assertRefused(Map.of("dunning_step", "dunning-notice"), "last_reminder_on", "please say when");
        assertRefused(Map.of("reminders_sent", "2"), "last_reminder_on", "please say when");
    }

    @Test
    void refusesAReminderFromTheFutureOrFromBeforeTheDueDate() {
        assertRefused(
                Map.of("dunning_step", "dunning-notice", "last_reminder_on", "2026-11-23"),
                "last_reminder_on",
                "future");
        assertRefused(
                Map.of("dunning_step", "dunning-notice", "last_reminder_on", "2026-11-09"),
                "last_reminder_on",
                "before its due date");
    }

    @Test
    void refusesAStepThatNothingWasSentFor() {
        assertRefused(
                Map.of("dunning_step", "Mahnung", "reminders_sent", "0", "last_reminder_on", "2026-11-20"),
                "reminders_sent",
                "dunning_step says dunning-notice");
    }

    @Test
    void refusesABlockThatIsOver() {
        assertRefused(
                Map.of("block_reason", "HARDSHIP", "blocked_until", "2026-11-21"),
                "blocked_until",
                "ended in the past");
    }

    private void assertRefused(Map<String, String> fields, String field, String sentence) {
        ImportResult result = portfolio.imported(fileWith(fields));
        assertThat(result.rejected()).singleElement().satisfies(message -> {
            assertThat(message.field()).isEqualTo(field);
            assertThat(message.message()).contains(sentence);
        });
        assertThat(portfolio.count("open_item") + portfolio.count("notice")).isZero();
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() {
        String file = fileWith(Map.of(
                "dunning_step", "dunning-notice",
                "last_reminder_on", "2026-11-12",
                "fees_claimed", "5.00",
                "block_reason", "HARDSHIP",
                "promise_date", "2026-11-30"));
        portfolio.imported(file);
        Map<String, Long> before = portfolio.everything();

        ImportResult again = portfolio.imported(file);

        assertThat(again.accepted()).isZero();
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(portfolio.count("notice")).isEqualTo(1);
        before.merge("import", 1L, Long::sum);
        assertThat(portfolio.everything()).isEqualTo(before);
    }

    @Test
    void staysGoodWhenWhatItSaidIsPastByNow() {
        String file =
                fileWith(Map.of("promise_date", "2026-11-30", "block_reason", "REPLY", "blocked_until", "2026-11-29"));
        portfolio.imported(file);
        portfolio.execute("update running_item set promise_date = '2026-11-01', blocked_until = '2026-11-02'");

        ImportResult later =
                portfolio.imported(file.replace("2026-11-30", "2026-11-01").replace("2026-11-29", "2026-11-02"));

        assertThat(later.rejected()).isEmpty();
        assertThat(later.unchanged()).isEqualTo(1);
    }

    @Test
    void takesTheOtherSystemsLatestWord() {
        portfolio.imported(fileWith(Map.of("dunning_step", "friendly-reminder", "last_reminder_on", "2026-11-12")));
        ImportResult later = portfolio.imported(
                fileWith(Map.of("dunning_step", "second-reminder", "last_reminder_on", "2026-11-20")));

        assertThat(later.accepted()).isEqualTo(1);
        assertThat(portfolio.strings("select step from notice")).containsExactly("second-reminder");
    }

    @Test
    void keepsFeesClaimedElsewhereAndSaysThatTheyAreNotDemanded() {
        ImportResult result = portfolio.imported(fileWith(Map.of("fees_claimed", "2,50")));

        assertThat(result.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.field()).isEqualTo("fees_claimed");
            assertThat(warning.message()).contains("2.50", "not demanded");
        });
        assertThat(portfolio.value("select fees_claimed from open_item", java.math.BigDecimal.class))
                .isEqualByComparingTo("2.50");
        assertThat(portfolio.balance("R-1")).isEqualByComparingTo("100.00");
    }

    @Test
    void keepsNothingOfADryRun() {
        Map<String, Long> before = portfolio.everything();

        ImportResult result = portfolio.imported(
                fileWith(Map.of("dunning_step", "dunning-notice", "last_reminder_on", "2026-11-12")),
                ImportOptions.DRY_RUN);

        assertThat(result.accepted()).isEqualTo(1);
        assertThat(portfolio.everything()).isEqualTo(before);
        assertThat(portfolio.count("notice") + portfolio.count("running_item")).isZero();
    }
}

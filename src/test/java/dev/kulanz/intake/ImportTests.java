package dev.kulanz.intake;

import static dev.kulanz.intake.Portfolio.file;
import static dev.kulanz.intake.Portfolio.fileWith;
import static dev.kulanz.intake.Portfolio.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Good rows go in, once. */
@IntakeTest
class ImportTests {

    private final Portfolio portfolio;
    private final IntakeContext.ToldAccounts told;

    @Autowired
    ImportTests(Portfolio portfolio, IntakeContext.ToldAccounts told) {
        this.portfolio = portfolio;
        this.told = told;
    }

    @BeforeEach
    void empty() {
        portfolio.emptied();
        told.accounts.clear();
    }

    @Test
    void tellsThePlannerOfALargeFileIntoASmallStock() {
        portfolio.imported(file(row("D-1", "R-1")));
        portfolio.execute("analyze debtor");

        portfolio.imported(file(
                IntStream.range(0, 2_000).mapToObj(i -> row("M-" + i, "M-" + i)).toArray(String[]::new)));

        assertThat(portfolio.value("select reltuples::bigint from pg_class where oid = 'debtor'::regclass", Long.class))
                .isGreaterThanOrEqualTo(2_000);
    }

    @Test
    void keepsDebtorsItemsAndWhatTheyOwe() {
        ImportResult result =
                portfolio.imported(file(row("D-1", "R-1"), row("D-1", "R-2", "20.50"), row("D-2", "R-3")));

        assertThat(result.accepted()).isEqualTo(3);
        assertThat(result.rejected()).isEmpty();
        assertThat(result.contacts()).isNull();
        assertThat(portfolio.count("debtor")).isEqualTo(2);
        assertThat(portfolio.count("account")).isEqualTo(2);
        assertThat(portfolio.balance("R-2")).isEqualByComparingTo("20.50");
        assertThat(portfolio.strings("select value from contact_point order by value"))
                .containsExactly("d-1@example.com", "d-2@example.com");
        assertThat(portfolio.journalled())
                .containsExactly(
                        "DebtorAdded",
                        "DebtorAdded",
                        "OpenItemAdded",
                        "OpenItemAdded",
                        "OpenItemAdded",
                        "ImportFinished");
        assertThat(told.accounts).hasSize(2);
    }

    /** As autovacuum leaves them when it looks while a first import has not committed yet. */
    @Test
    void isNotLedAstrayByTablesThatAreBelievedEmpty() {
        portfolio.imported(file(row("D-1", "R-1")));
        portfolio.believedEmpty("debtor", "account", "open_item");

        portfolio.imported(file(row("D-2", "R-2"), row("D-3", "R-3")));

        assertThat(portfolio.believed("debtor")).isPositive();
        assertThat(portfolio.believed("account")).isPositive();
        assertThat(portfolio.believed("open_item")).isPositive();
        assertThat(portfolio.count("open_item")).isEqualTo(3);
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() {
        String csv = file(row("D-1", "R-1"), row("D-2", "R-2"));
        portfolio.imported(csv);
        Map<String, Long> before = portfolio.everything();
        told.accounts.clear();

        ImportResult again = portfolio.imported(csv);

        assertThat(again.accepted()).isZero();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(told.accounts).isEmpty();
        Map<String, Long> after = portfolio.everything();
        assertThat(after.remove("import")).isEqualTo(before.remove("import") + 1);
        assertThat(after).isEqualTo(before);
    }

    @Test
    void correctsTheAmountByAnEntryAndTellsOldAndNew() {
        portfolio.imported(file(row("D-1", "R-1", "100.00")));

        ImportResult result = portfolio.imported(file(row("D-1", "R-1", "80.00")));

        assertThat(result.accepted()).isEqualTo(1);
        assertThat(portfolio.balance("R-1")).isEqualByComparingTo("80.00");
        assertThat(portfolio.strings("select amount::text from ledger_entry order by id"))
                .containsExactly("100.00", "-20.00");
        assertThat(portfolio.factsOf("OpenItemChanged"))
                .containsEntry("oldAmount", "100.00")
                .containsEntry("amount", "80.00")
                .containsEntry("changed", "[\"amount\"]");
    }

    @Test
    void movesTheDueDateAndTellsWhoWorksWithIt() {
        portfolio.imported(file(row("D-1", "R-1")));
        told.accounts.clear();

        portfolio.imported(fileWith(Map.of("due_date", "20.11.2026", "name", "Name of D-1")));

        assertThat(portfolio.value("select due_date::text from open_item", String.class))
                .isEqualTo("2026-11-20");
        assertThat(portfolio.factsOf("OpenItemChanged"))
                .containsEntry("oldDueDate", "2026-11-10")
                .containsEntry("dueDate", "2026-11-20");
        assertThat(told.accounts).hasSize(1);
    }

    @Test
    void journalsNoNamesOrAddresses() {
        portfolio.imported(
                fileWith(Map.of("name", "Erika Beispiel", "street", "Hauptstr. 1", "mobile", "0171 3920012")));
        portfolio.imported(fileWith(Map.of("name", "Erika Muster", "street", "Nebenweg 2", "mobile", "0171 3920013")));

        assertThat(portfolio.journalled()).contains("DebtorChanged");
        assertThat(portfolio.factsOf("DebtorChanged")).containsEntry("changed", "[\"name\", \"address\"]");
        assertThat(String.join("", portfolio.strings("select facts::text from journal")))
                .doesNotContain("Erika", "Hauptstr", "Nebenweg", "39200", "example.com");
    }

    @Test
    void leavesWhatAFieldDoesNotSay() {
        portfolio.imported(
                fileWith(Map.of("language", "tr", "street", "Hauptstr. 1", "city", "Köln", "subject", "Winterreifen")));

        ImportResult again = portfolio.imported(file(row("D-1", "R-1")));

        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(portfolio.value("select language || street || city from debtor", String.class))
                .isEqualTo("trHauptstr. 1Köln");
        assertThat(portfolio.value("select subject from open_item", String.class))
                .isEqualTo("Winterreifen");
    }

    @Test
    void takesTheCreditorsLanguageAndAConsumerWhereNothingIsSaid() {
        portfolio.execute("update creditor set default_language = 'en'");

        portfolio.imported(file(row("D-1", "R-1")));

        assertThat(portfolio.value("select language || type from debtor", String.class))
                .isEqualTo("enCONSUMER");
    }

    @Test
    void bringsThePaidSumToWhatTheCreditorSays() {
        portfolio.imported(fileWith(Map.of("paid", "30,00")));
        portfolio.imported(fileWith(Map.of("paid", "50,00")));
        assertThat(portfolio.balance("R-1")).isEqualByComparingTo("50.00");

        portfolio.imported(fileWith(Map.of("paid", "10,00")));
        assertThat(portfolio.balance("R-1")).isEqualByComparingTo("90.00");

        ImportResult silent = portfolio.imported(fileWith(Map.of("paid", "")));
        assertThat(silent.unchanged()).isEqualTo(1);
        assertThat(portfolio.strings("select amount::text from ledger_entry where kind = 'PAYMENT' order by id"))
                .containsExactly("-30.00", "-20.00", "40.00");
    }

    @Test
    void countsAPaymentThatTheBankToldOnlyOnce() {
        portfolio.imported(file(row("D-1", "R-1")));
        portfolio.execute("""
                insert into ledger_entry (account_id, open_item_id, kind, amount, value_date, booked_at, source)
                select account_id, id, 'PAYMENT', -60, due_date, now(), 'API' from open_item""");

        assertThat(portfolio.imported(fileWith(Map.of("paid", "60"))).unchanged())
                .isEqualTo(1);
        assertThat(portfolio.balance("R-1")).isEqualByComparingTo("40.00");

        portfolio.imported(fileWith(Map.of("paid", "75")));
        assertThat(portfolio.balance("R-1")).isEqualByComparingTo("25.00");
        assertThat(portfolio.imported(fileWith(Map.of("paid", "75"))).unchanged())
                .isEqualTo(1);
    }

    @Test
    void usesTheNewestContactPointAndKeepsTheOlder() {
        portfolio.imported(fileWith(Map.of("email", "old@example.com")));
        portfolio.imported(fileWith(Map.of("email", "new@example.com")));
        assertThat(emails()).containsExactly("new@example.com", "old@example.com");

        ImportResult back = portfolio.imported(fileWith(Map.of("email", "old@example.com")));
        assertThat(back.unchanged())
                .as("business time stands still: the newest can't change")
                .isBetween(0L, 1L);
    }

    @Test
    void prefersThePersonInTheDebtorsOffice() {
        String csv = fileWith(Map.of("email", "info@example.com", "contact_email", "invoices@example.com"));
        portfolio.imported(csv);

        assertThat(emails()).containsExactly("invoices@example.com", "info@example.com");
        assertThat(portfolio.imported(csv).unchanged()).isEqualTo(1);
    }

    @Test
    void keepsWhatAClerkFoundOutInFront() {
        portfolio.imported(fileWith(Map.of("email", "file@example.com")));
        portfolio.execute("""
                insert into contact_point (id, debtor_id, kind, value, source, created_at, updated_at)
                select gen_random_uuid(), id, 'EMAIL', 'clerk@example.com', 'CLERK', now(), created_at + interval '1 day'
                from debtor""");

        ImportResult again = portfolio.imported(fileWith(Map.of("email", "file@example.com")));

        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(emails()).containsExactly("clerk@example.com", "file@example.com");
    }

    @Test
    void doesNotReviveAContactPointThatFailed() {
        String csv = fileWith(Map.of("email", "gone@example.com"));
        portfolio.imported(csv);
        portfolio.execute("update contact_point set status = 'FAILED'");

        assertThat(portfolio.imported(csv).unchanged()).isEqualTo(1);
        assertThat(portfolio.value("select status from contact_point", String.class))
                .isEqualTo("FAILED");
    }

    @Test
    void readsColumnsInAnyOrderWithSemicolonsGermanNumbersAndAByteOrderMark() {
        String csv = "\ufeffCurrency;AMOUNT;due_date;invoice_date;invoice_id;name;debtor_id;creditor_id;country;state;"
                + "language\r\neur;1.234,56;10.11.2026;27.10.2026;R-1;\"Müller; Söhne\";D-1;" + Portfolio.CREDITOR
                + ";Deutschland;Bayern;de-DE\r\n;;;;;;;;;;\r\n";

        ImportResult result = portfolio.imported(csv);

        assertThat(result.rejected()).isEmpty();
        assertThat(result.accepted()).isEqualTo(1);
        assertThat(portfolio.balance("R-1")).isEqualByComparingTo("1234.56");
        assertThat(portfolio.value("select name || '|' || country || state || language from debtor", String.class))
                .isEqualTo("Müller; Söhne|DEBYde");
    }

    /** A byte order mark that was read as letters, a no-break blank, a zero-width one. */
    @Test
    void knowsColumnsHoweverTheirNamesCame() {
        String csv = file(row("D-1", "R-1"))
                .replace("creditor_id", "ï»¿creditor_id")
                .replace("debtor_id", "debtor_id\u00a0")
                .replace("amount", "am\u200bount");

        assertThat(portfolio.imported(csv).accepted()).isEqualTo(1);
    }

    @Test
    void tellsHowFarItIs() {
        List<Long> read = new ArrayList<>();
        String csv = file(
                IntStream.range(0, 6000).mapToObj(i -> row("D-" + i, "R-" + i)).toArray(String[]::new));

        portfolio.imported(csv, read::add);

        assertThat(read).containsExactly(2000L, 4000L, 6000L);
    }

    @Test
    void listsWhatWasImported() {
        portfolio.imported(file(row("D-1", "R-1"), row("D-2", "R-2", "0")));

        assertThat(portfolio.recent()).singleElement().satisfies(line -> {
            assertThat(line.accepted()).isEqualTo(1);
            assertThat(line.rejected()).isEqualTo(1);
            assertThat(line.creditorIds()).containsExactly(Portfolio.CREDITOR);
            assertThat(line.startedAt()).isEqualTo(IntakeContext.NOW);
        });
    }

    private List<String> emails() {
        return portfolio.strings(
                "select value from contact_point where kind = 'EMAIL' order by updated_at desc, id desc");
    }
}

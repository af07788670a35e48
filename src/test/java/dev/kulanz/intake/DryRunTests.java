package dev.kulanz.intake;

import static dev.kulanz.intake.Portfolio.HEADER;
import static dev.kulanz.intake.Portfolio.file;
import static dev.kulanz.intake.Portfolio.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A dry run tells the truth and keeps nothing. Today is 22 November 2026; the first contact is 3 days after the due date. */
@IntakeTest
class DryRunTests {

    private static final ImportOptions DRY = ImportOptions.DRY_RUN;

    @Autowired
    private Portfolio portfolio;

    @Autowired
    private IntakeContext.ToldAccounts told;

    @BeforeEach
    void empty() {
        portfolio.emptied();
        told.accounts.clear();
    }

    @Test
    void keepsNothing() {
        Map<String, Long> before = portfolio.everything();

        ImportResult result = portfolio.imported(file(row("D-1", "R-1"), row("D-2", "R-2", "0")), DRY);

        assertThat(result.accepted()).isEqualTo(1);
        assertThat(result.rejectedRows()).isEqualTo(1);
        assertThat(portfolio.everything()).isEqualTo(before);
        assertThat(told.accounts).isEmpty();
    }

    @Test
    void saysWhoWouldBeContactedWithinSevenDays() {
        ImportResult result = portfolio.imported(
                HEADER + "\n"
                        + "lindenhof,D-1,Berta,b@example.com,R-1,2026-11-01,2026-11-25,10,EUR\n"
                        + "lindenhof,D-2,Anton,,R-2,2026-11-01,2026-11-10,10,EUR\n"
                        + "lindenhof,D-2,Anton,,R-3,2026-11-01,2026-12-10,10,EUR\n"
                        + "lindenhof,D-3,Sunday,l@example.com,R-4,2026-11-01,2026-11-26,10,EUR\n"
                        + "lindenhof,D-4,Cäsar,c@example.com,R-5,2026-11-01,2026-11-20,10,EUR\n",
                DRY);

        assertThat(result.contacts())
                .extracting(
                        UpcomingContact::debtorId,
                        UpcomingContact::name,
                        c -> c.date().toString(),
                        UpcomingContact::step,
                        UpcomingContact::channel)
                .containsExactly(
                        tuple("D-2", "Anton", "2026-11-23", "friendly-reminder", "EMAIL"),
                        tuple("D-4", "Cäsar", "2026-11-23", "friendly-reminder", "EMAIL"),
                        tuple("D-1", "Berta", "2026-11-28", "friendly-reminder", "EMAIL"));
        assertThat(result.contactsTotal()).isEqualTo(3);
        assertThat(result.contactDays())
                .extracting(day -> day.date().toString(), UpcomingDay::contacts, UpcomingDay::amount)
                .containsExactly(
                        tuple("2026-11-23", 2L, new BigDecimal("20.00")),
                        tuple("2026-11-28", 1L, new BigDecimal("10.00")));
    }

    /** Four are known; the file names two of them anew, one with more, and somebody new. */
    @Test
    void tellsWhatIsBecauseOfTheFileApartFromWhatComesAnyway() {
        portfolio.imported(file(row("D-1", "R-1"), row("D-2", "R-2"), row("D-3", "R-3"), row("D-4", "R-4")));

        FileEffect effect = effect(HEADER + ",paid\n" + row("D-1", "R-1") + ",\n" + row("D-2", "R-9") + ",\n"
                + row("D-3", "R-3") + ",100\n" + row("D-5", "R-5") + ",\n");

        assertThat(effect.caused())
                .extracting(UpcomingContact::debtorId, UpcomingContact::cause, c -> c.amount()
                        .toString())
                .containsExactlyInAnyOrder(
                        tuple("D-2", FileEffect.Cause.CHANGED, "200.00"), tuple("D-5", FileEffect.Cause.NEW, "100.00"));
        assertThat(effect.caused())
                .filteredOn(one -> one.debtorId().equals("D-2"))
                .extracting(
                        one -> Objects.requireNonNull(one.without()).amount().toString())
                .containsExactly("100.00");
        assertThat(effect.anyway()).extracting(UpcomingContact::debtorId).containsExactlyInAnyOrder("D-1", "D-4");
        assertThat(effect.prevented())
                .extracting(UpcomingContact::debtorId, UpcomingContact::prevention)
                .containsExactly(tuple("D-3", FileEffect.Prevention.NOTHING_OPEN));
        assertThat(List.of(
                        effect.newContacts(),
                        effect.changedContacts(),
                        effect.anywayContacts(),
                        effect.preventedContacts()))
                .containsExactly(1L, 1L, 2L, 1L);
    }

    @Test
    void tellsWhatADueDateMovesAndWhatAnOldOneBringsForward() {
        portfolio.imported(file(row("D-1", "R-1"), row("D-2", "R-2")));

        FileEffect effect = effect(file(
                row("D-1", "R-1").replace("2026-11-10", "2026-12-24"),
                row("D-2", "R-2").replace("2026-11-10", "2026-11-21")));

        assertThat(effect.prevented())
                .extracting(UpcomingContact::debtorId, UpcomingContact::prevention)
                .containsExactly(tuple("D-1", FileEffect.Prevention.LATER));
        assertThat(effect.caused())
                .extracting(
                        UpcomingContact::debtorId,
                        one -> one.date().toString(),
                        one -> Objects.requireNonNull(one.without()).date().toString())
                .containsExactly(tuple("D-2", "2026-11-24", "2026-11-23"));
    }

    @Test
    void saysOfACompleteListWhomItLeavesInPeace() {
        portfolio.imported(file(row("D-1", "R-1"), row("D-2", "R-2")));

        FileEffect effect = Objects.requireNonNull(portfolio
                .imported(file(row("D-1", "R-1")), new ImportOptions(true, ImportOptions.Mode.SNAPSHOT, true))
                .effect());

        assertThat(effect.newContacts() + effect.changedContacts()).isZero();
        assertThat(effect.prevented()).extracting(UpcomingContact::debtorId).containsExactly("D-2");
    }

    @Test
    void causesNothingWithTheSameFileAgain() {
        String same = file(row("D-1", "R-1"), row("D-2", "R-2"));
        portfolio.imported(same);

        FileEffect effect = effect(same);

        assertThat(effect.caused()).isEmpty();
        assertThat(effect.prevented()).isEmpty();
        assertThat(effect.anywayContacts()).isEqualTo(2);
    }

    @Test
    void countsAllWhereItListsTheFirst() {
        String[] rows =
                IntStream.range(0, 2_500).mapToObj(i -> row("D-" + i, "R-" + i)).toArray(String[]::new);
        portfolio.imported(file(Arrays.copyOf(rows, 1_200)));

        FileEffect effect = effect(file(rows));

        assertThat(effect.caused()).hasSize(1_000);
        assertThat(effect.newContacts()).isEqualTo(1_300);
        assertThat(effect.causedDays()).extracting(UpcomingDay::contacts).containsExactly(1_300L);
        assertThat(effect.anyway()).hasSize(1_000);
        assertThat(effect.anywayContacts()).isEqualTo(1_200);
    }

    private FileEffect effect(String csv) {
        return Objects.requireNonNull(portfolio.imported(csv, DRY).effect());
    }

    @Test
    void namesNobodyWhoHasPaidOrWasWrittenToAlready() {
        portfolio.imported(file(row("D-1", "R-1"), row("D-2", "R-2"), row("D-3", "R-3")));
        portfolio.execute("""
                insert into dunning_case (id, number, creditor_id, debtor_id, account_id, currency, status, step,
                                          payment_reference, first_contact_at, opened_at)
                select gen_random_uuid(), 'K-' || d.external_id, d.creditor_id, d.id, a.id, a.currency, 'OPEN',
                       case when d.external_id = 'D-1' then 'friendly-reminder' end, d.external_id,
                       timestamptz '2026-11-25 08:00+01', now()
                from debtor d join account a on a.debtor_id = d.id where d.external_id in ('D-1', 'D-2')""");
        String paid = HEADER + ",paid\n" + row("D-1", "R-1") + ",\n" + row("D-2", "R-2") + ",\n" + row("D-3", "R-3")
                + ",100\n";

        assertThat(portfolio.imported(paid, DRY).contacts())
                .extracting(UpcomingContact::debtorId, c -> c.date().toString())
                .containsExactly(tuple("D-2", "2026-11-23"));
    }

    @Test
    void namesNobodyOfACreditorThatTheFileDoesNotName() {
        portfolio.withCreditor("other");
        portfolio.imported(file(row("D-1", "R-1").replace(Portfolio.CREDITOR, "other")));

        assertThat(portfolio.imported(file(row("D-2", "R-2")), DRY).contacts())
                .extracting(UpcomingContact::debtorId)
                .containsExactly("D-2");
    }
}

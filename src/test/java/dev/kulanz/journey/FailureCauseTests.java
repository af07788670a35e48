package dev.kulanz.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.decisions.DecisionFailed;
import java.sql.SQLException;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a failure says why, and of whom it says nothing. */
class FailureCauseTests {

    private static String said(Throwable failure) {
        return Objects.requireNonNullElse(FailureCause.of(failure).said(), "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERROR: duplicate key value violates unique constraint \"one_login\"\n  Detail: Key (email)=(anna@bach.example) already exists.",
                "ERROR: duplicate key, Detail: Key (name)=(Anna Bach) already exists.",
                "ERROR: a value is missing\r\n  Détail : Failing row contains (7, Anna Bach).",
                "ERROR: invalid input syntax for type date: \"Anna Bach\"",
                "Recipient address rejected: anna.bäch+dunning@bach.example",
                "550 mailbox of <anna@bach.example> is full",
                "The debtor 'Anna Bach' has no address",
                "The debtor “Anna Bach” has no address",
                "Der Schuldner „Anna Bach“ hat keine Anschrift",
                "No number in +49 171 3920001",
                "The account DE75512108001245126199 is closed"
            })
    void saysNothingOfAPerson(String message) {
        for (Throwable failure : new Throwable[] {new SQLException(message), new IllegalStateException(message)}) {
            assertThat(said(new ProcessEngineException(failure)))
                    .doesNotContainIgnoringCase("anna", "bach", "bäch", "3920001", "171", "55121");
        }
    }

    @Test
    void keepsWhatAModelNames() {
        assertThat(said(new ProcessEngineException(
                        "ENGINE-02004 Cannot resolve identifier 'noSuchThing' of 'Anna Bach'")))
                .isEqualTo("Cannot resolve identifier 'noSuchThing' of …");
    }

    @Test
    void keepsNothingThatTheDatabaseCannot() {
        assertThat(said(new IllegalStateException("It failed\u0000 here \uD83D")))
                .isEqualTo("It failed here ");
        assertThat(said(new IllegalStateException("a ".repeat(249) + "b\uD83D\uDE00c")))
                .doesNotContainPattern("\\p{Cs}");
    }

    @Test
    void isOneCauseWhateverTheValueOfACase() {
        FailureCause one = FailureCause.of(new DecisionFailed("contact-choice", "Value C-ABC is not of type number"));
        FailureCause other =
                FailureCause.of(new DecisionFailed("contact-choice", "Value Anna Bach is not of type number"));
        assertThat(other.sort()).isEqualTo(one.sort());
        assertThat(other.said()).isEqualTo("Value … is not of type number");
    }

    @Test
    void isOneCauseWhateverIsQuoted() {
        assertThat(FailureCause.of(new DecisionFailed("contact-choice", "the dependency value 'C-ABC' is not allowed"))
                        .sort())
                .isEqualTo(FailureCause.of(
                                new DecisionFailed("contact-choice", "the dependency value 'X Y' is not allowed"))
                        .sort());
    }

    @Test
    void namesTheFactThatATableStumbledOver() {
        FailureCause one =
                FailureCause.of(new DecisionFailed("promise-limits", "the value given for 'openAmount' is too large"));
        assertThat(one.said()).contains("openAmount");
        assertThat(one.sort())
                .isNotEqualTo(FailureCause.of(
                                new DecisionFailed("promise-limits", "the value given for 'daysOverdue' is too large"))
                        .sort());
    }

    @Test
    void isAnotherCauseForWhatATableSaysOtherwise() {
        assertThat(FailureCause.of(new DecisionFailed("contact-choice", "no fact of this name"))
                        .sort())
                .isNotEqualTo(FailureCause.of(new DecisionFailed("contact-choice", "several rows match"))
                        .sort());
    }
}

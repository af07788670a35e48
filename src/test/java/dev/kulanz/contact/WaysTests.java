package dev.kulanz.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.receivables.Limits;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaysTests {

    private static final Limits LIMITS =
            new Limits(new BigDecimal("3"), new BigDecimal("15"), new BigDecimal("50"), BigDecimal.ONE);
    private static final Choice MAIL = new Choice(Channel.EMAIL, "friendly", "standard", 2);
    private static final Choice LETTER = new Choice(Channel.LETTER, "friendly", "standard", 1);
    private static final Choice CALL = new Choice(Channel.VOICE, "friendly", "standard", 3);

    @Test
    void leaveOutLettersAndCallsForLittle() {
        assertThat(ways("14.99", LETTER, MAIL, CALL).worth()).containsExactly(MAIL);
        assertThat(ways("15.00", LETTER, MAIL, CALL).worth()).containsExactly(LETTER, MAIL, CALL);
    }

    @Test
    void waitForMoreWhereOnlySuchWaysAreLeft() {
        assertThat(ways("14.99", LETTER).waitForMore()).isTrue();
        assertThat(ways("14.99", LETTER, MAIL).waitForMore()).isFalse();
        assertThat(ways("14.99").waitForMore()).isFalse(); // nobody's money changes that no address is known
        assertThat(ways("15.00", LETTER).waitForMore()).isFalse();
    }

    private static Ways ways(String owed, Choice... open) {
        return new Ways(List.of(open), new BigDecimal(owed), LIMITS);
    }
}

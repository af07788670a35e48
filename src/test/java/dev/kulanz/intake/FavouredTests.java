package dev.kulanz.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whom a refused row rests that may be to somebody's credit, for each reason. */
class FavouredTests {

    /** Reason: whom, because. */
    private static final String TABLE = """
            ROW: NAMED OWNER, for it was read by nobody and either id may be wrong
            TWO_PERSONS: NAMED OWNER, for whoever he is, it may be his; whose the invoice is was not asked
            OTHER_PERSON: NAMED OWNER, for the same
            DEBTOR_ZEROS: WITH_ZEROS OWNER, for the id without its zeros is nobody's
            INVOICE_ZEROS: NAMED OWNER, for the invoice with its zeros may be another debtor's
            ZERO: NAMED, for no invoice of this number is another's
            DUPLICATE: NAMED OWNER, for it may name another debtor than the row before it
            OTHER_DEBTOR: NAMED OWNER, for one of the two ids is wrong
            OTHER_CURRENCY: NAMED, for it is his invoice
            CREDITS_OTHER_DEBTOR: NAMED OWNER, for one of the two ids is wrong
            CREDITS_OTHER_CURRENCY: NAMED, for it credits his invoice
            WHICH_INSTALMENT: NAMED, for it is his invoice
            BESIDE_REFUSED: NAMED, for it is his invoice
            TOGETHER: NAMED, for it is his invoice
            TWO_MEANINGS: NAMED, for it is his invoice
            PAID_OR_CREDITED: NAMED, for it is his invoice
            REMINDED_BEFORE_DUE: NAMED, for it is his invoice
            PROMISE_PAST: NAMED, for it is his invoice
            HELD: NAMED, for it is his invoice
            BLOCK_PAST: NAMED, for it is his invoice
            """;

    @Test
    void areKnownForEachReason() {
        Map<String, List<String>> told = new TreeMap<>();
        TABLE.lines()
                .map(line -> line.substring(0, line.indexOf(',')).split(": "))
                .forEach(line -> told.put(line[0], List.of(line[1].split(" "))));
        Map<String, List<String>> known = new TreeMap<>();
        Arrays.stream(Refused.values())
                .forEach(reason -> known.put(
                        reason.name(), reason.favours().stream().map(Enum::name).toList()));

        assertThat(known).isEqualTo(told);
    }
}

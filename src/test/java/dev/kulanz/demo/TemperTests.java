package dev.kulanz.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.demo.Temper.Deed;
import dev.kulanz.demo.Temper.Past;
import dev.kulanz.demo.Temper.Word;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each temper does what its name says, and the sample has all of them. */
class TemperTests {

    private static final Past NOTHING = new Past(false, false);

    @Test
    void allAreAmongTheDebtorsOfTheSample() {
        Set<Temper> found = PortfolioFile.rows(LocalDate.EPOCH).stream()
                .map(row -> Temper.of(row.field("creditor_id"), row.field("debtor_id")))
                .collect(Collectors.toSet());
        assertThat(found).containsExactlyInAnyOrder(Temper.values());
    }

    @Test
    void isForGood() {
        assertThat(Temper.of("shop", "D1")).isEqualTo(Temper.of("shop", "D1"));
    }

    @Test
    void answersByItsName() {
        assertThat(answers(Temper.FORGETFUL, NOTHING)).containsExactly(Deed.PAY);
        assertThat(answers(Temper.STRETCHED, NOTHING)).containsExactly(Deed.PAY, Deed.PAY_PART, Deed.PROMISE);
        assertThat(answers(Temper.EVASIVE, NOTHING)).containsExactly(Deed.PAY_PART, Deed.PROMISE);
        assertThat(answers(Temper.PARTICULAR, NOTHING)).containsExactly(Deed.DISPUTE);
        assertThat(answers(Temper.SILENT, NOTHING)).containsExactly(Deed.PAY);
    }

    @Test
    void disputesOnceAndPaysWhatWasLookedInto() {
        assertThat(answers(Temper.PARTICULAR, new Past(true, false))).containsExactly(Deed.PAY, Deed.PAY_PART);
    }

    @Test
    void fallsSilentOnceItsWordWasBroken() {
        assertThat(answered(Temper.EVASIVE, new Past(false, true))).isLessThan(80);
        assertThat(answered(Temper.SILENT, NOTHING)).isLessThan(50);
        assertThat(answered(Temper.FORGETFUL, NOTHING)).isGreaterThan(500);
    }

    @ParameterizedTest
    @EnumSource
    void keepsItsWordAndBreaksIt(Temper temper) {
        Set<Word> words = lots().map(temper::keeps).collect(Collectors.toCollection(() -> EnumSet.noneOf(Word.class)));
        assertThat(words).contains(Word.KEPT, Word.BROKEN);
        assertThat(words.contains(Word.HALF_KEPT)).isEqualTo(temper == Temper.STRETCHED || temper == Temper.EVASIVE);
    }

    @Test
    void evadesMoreThanItKeeps() {
        assertThat(lots().filter(lot -> Temper.EVASIVE.keeps(lot) == Word.BROKEN))
                .hasSizeGreaterThan(450);
        assertThat(lots().filter(lot -> Temper.STRETCHED.keeps(lot) == Word.BROKEN))
                .hasSizeLessThan(250);
    }

    private static Set<Deed> answers(Temper temper, Past past) {
        return lots().flatMap(lot -> temper.answer(past, lot).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Deed.class)));
    }

    private static long answered(Temper temper, Past past) {
        return lots().filter(lot -> temper.answer(past, lot).isPresent()).count();
    }

    private static Stream<Lot> lots() {
        return IntStream.range(0, 1_000).mapToObj(Lot::of);
    }
}

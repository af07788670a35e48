package dev.kulanz.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.cases.Clearance;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.handover.Handover;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a case stands decides alone what is said of it behind a link; each standing has words of its own in each language. */
class StandingTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final UUID CASE = UUID.randomUUID();

    private static DunningCase of(DunningCase.Status status, int round) {
        return new DunningCase(
                CASE,
                "K-2026-000123",
                "lindenhof",
                UUID.randomUUID(),
                UUID.randomUUID(),
                "EUR",
                status,
                round,
                null,
                "RF18539007547034",
                Instant.EPOCH,
                null,
                Instant.EPOCH,
                null,
                null);
    }

    private static CaseBlock block(BlockReason reason, boolean ofPerson, boolean ofItem, @Nullable String until) {
        return new CaseBlock(
                UUID.randomUUID(),
                CASE,
                ofItem ? UUID.randomUUID() : null,
                ofPerson,
                reason,
                Instant.EPOCH,
                until == null ? null : LocalDate.parse(until),
                "API",
                null,
                "clerk");
    }

    private static Handover handover(Handover.Status status, int round) {
        return new Handover(
                UUID.randomUUID(),
                CASE,
                "K-2026-000123",
                "lindenhof",
                round,
                1,
                status,
                BigDecimal.TEN,
                "EUR",
                "clerk",
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Situation situation(
            DunningCase of,
            String due,
            List<CaseBlock> blocks,
            Situation.@Nullable Promised promise,
            @Nullable Handover handover,
            Clearance clearance,
            @Nullable String agency) {
        return new Situation(
                of, new BigDecimal(due), new BigDecimal("3.00"), blocks, promise, handover, clearance, agency, TODAY);
    }

    private static Situation open(String due, CaseBlock... blocks) {
        return situation(of(DunningCase.Status.OPEN, 1), due, List.of(blocks), null, null, Clearance.NONE, null);
    }

    private static Situation promised(String left, String day) {
        return situation(
                of(DunningCase.Status.OPEN, 1),
                "80.00",
                List.of(block(BlockReason.PROMISE, false, false, null)),
                new Situation.Promised(new BigDecimal(left), LocalDate.parse(day)),
                null,
                Clearance.NONE,
                null);
    }

    private static Situation over(DunningCase.Status status, @Nullable Handover handover, Clearance how) {
        return situation(of(status, 1), "0", List.of(), null, handover, how, "Nordwind Inkasso");
    }

    private static Clearance cleared(String paid, String credited, String forgiven) {
        return new Clearance(new BigDecimal(paid), new BigDecimal(credited), new BigDecimal(forgiven));
    }

    @ParameterizedTest
    @CsvSource({"80.00, ASKED", "3.00, ASKED", "2.99, TOO_LITTLE", "0.01, TOO_LITTLE", "0, NOT_YET"})
    void asksForWhatIsDueAndForNothingBelowTheLimit(String due, Standing expected) {
        assertThat(open(due).standing()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "DECEASED, true, QUIET_WELCOME",
        "REPRESENTED, true, QUIET_WELCOME",
        "HARDSHIP, true, QUIET",
        "MANUAL, true, QUIET",
        "MANUAL, false, RESTING",
        "INSOLVENCY, true, QUIET_UNPAID",
        "MINOR, true, QUIET_UNPAID",
        "UNCLEAR_PAYMENT, true, PAYMENT_SOUGHT",
        "UNCLEAR_PAYMENT, false, PAYMENT_SOUGHT",
        "DISPUTE, false, IN_REVIEW",
        "REPLY, false, ANSWER_OWED",
        "PLAN, false, PLAN",
        "PART_PAYMENT, false, PART_PAID",
        "RETURNED, false, RESTING_WELCOME",
        "TAKE_OVER, false, RESTING_WELCOME",
        "PROMISE, false, RESTING_WELCOME"
    })
    void saysWhatItRestsFor(BlockReason reason, boolean ofPerson, Standing expected) {
        assertThat(open("80.00", block(reason, ofPerson, false, null)).standing())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(BlockReason.class)
    void knowsEachReason(BlockReason reason) {
        assertThat(open("80.00", block(reason, reason.ofPerson(null).isPresent(), false, null))
                        .standing())
                .isNotIn(Standing.ASKED, Standing.NOT_YET, Standing.TOO_LITTLE);
    }

    @Test
    void tellsTheMostCarefulOfSeveralReasons() {
        assertThat(open(
                                "80.00",
                                block(BlockReason.PART_PAYMENT, false, false, "2026-11-30"),
                                block(BlockReason.DISPUTE, false, false, null),
                                block(BlockReason.INSOLVENCY, true, false, null))
                        .standing())
                .isEqualTo(Standing.QUIET_UNPAID);
    }

    @Test
    void namesNoDayBeforeTheLastOfSeveralBlocksEnds() {
        CaseBlock part = block(BlockReason.PART_PAYMENT, false, false, "2026-11-30");
        assertThat(open("80.00", part).day()).isEqualTo(LocalDate.parse("2026-11-30"));
        CaseBlock longer = block(BlockReason.RETURNED, false, false, "2026-12-14");
        assertThat(open("80.00", part, longer).day()).isEqualTo(LocalDate.parse("2026-12-14"));
        CaseBlock endless = block(BlockReason.PLAN, false, false, null);
        assertThat(open("80.00", part, endless).day()).isNull();
    }

    @Test
    void saysOfBlockedItemsWhatTheyRestForOnlyWhileNothingElseIsDue() {
        CaseBlock disputed = block(BlockReason.DISPUTE, false, true, null);
        assertThat(open("0", disputed).standing()).isEqualTo(Standing.IN_REVIEW);
        assertThat(open("80.00", disputed).standing()).isEqualTo(Standing.ASKED);
        assertThat(open("80.00", disputed).leavesOutItems()).isTrue();
        assertThat(open("80.00").leavesOutItems()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "60.00, 2026-11-25, PROMISED",
        "60.00, 2026-11-24, PROMISED",
        "60.00, 2026-11-23, PROMISE_LATE",
        "0, 2026-11-25, RESTING_WELCOME"
    })
    void keepsToAPromiseWithItsRestAndItsDay(String left, String day, Standing expected) {
        Situation situation = promised(left, day);
        assertThat(situation.standing()).isEqualTo(expected);
        if (expected != Standing.RESTING_WELCOME) {
            assertThat(situation.amount()).isEqualByComparingTo(left);
            assertThat(situation.day()).isEqualTo(LocalDate.parse(day));
        }
    }

    @Test
    void neverSaysOfWhatTheAgencyHasOrWasWrittenOffThatItIsPaid() {
        Handover at = handover(Handover.Status.ACCEPTED, 1);
        assertThat(over(DunningCase.Status.HANDED_OVER, at, cleared("20", "0", "0"))
                        .standing())
                .isEqualTo(Standing.AT_AGENCY);
        assertThat(situation(of(DunningCase.Status.HANDED_OVER, 1), "0", List.of(), null, at, Clearance.NONE, null)
                        .standing())
                .isEqualTo(Standing.AT_AGENCY_UNNAMED);
        assertThat(over(DunningCase.Status.WRITTEN_OFF, null, cleared("20", "0", "0"))
                        .standing())
                .isEqualTo(Standing.WRITTEN_OFF);
    }

    @ParameterizedTest
    @CsvSource({
        "80, 0, 0, PAID",
        "50, 30, 0, PAID",
        "79.60, 0, 0.40, REST_FORGIVEN",
        "0, 80, 0, CREDITED",
        "0, 0, 0, CLEARED"
    })
    void thanksOnlyWhoPaid(String paid, String credited, String forgiven, Standing expected) {
        assertThat(over(DunningCase.Status.SETTLED, null, cleared(paid, credited, forgiven))
                        .standing())
                .isEqualTo(expected);
    }

    @Test
    void leavesToTheAgencyWhatWasPaidWhileItHadTheCase() {
        Handover settled = handover(Handover.Status.SETTLED, 1);
        assertThat(over(DunningCase.Status.SETTLED, settled, cleared("80", "0", "0"))
                        .standing())
                .isEqualTo(Standing.PAID_AT_AGENCY);
        Handover before = handover(Handover.Status.RECALLED, 1);
        assertThat(over(DunningCase.Status.SETTLED, before, cleared("80", "0", "0"))
                        .standing())
                .isEqualTo(Standing.PAID);
    }

    @ParameterizedTest
    @CsvSource({
        "RECALLED, 1, 2, true",
        "RECALLED, 1, 3, false",
        "RECALLED, 1, 1, true",
        "REJECTED, 1, 1, true",
        "DECLINED, 1, 1, false"
    })
    void knowsWhatTheAgencyGaveBack(Handover.Status status, int handedOver, int now, boolean back) {
        CaseBlock rest = block(BlockReason.RETURNED, false, false, "2026-12-08");
        Situation situation = situation(
                of(DunningCase.Status.OPEN, now),
                "80.00",
                List.of(rest),
                null,
                handover(status, handedOver),
                Clearance.NONE,
                "Nordwind Inkasso");
        assertThat(situation.isBack()).isEqualTo(back);
        assertThat(situation.standing()).isEqualTo(back ? Standing.BACK : Standing.RESTING_WELCOME);
    }

    @Test
    void notesWhatHasChangedSinceTheMessage() {
        Situation asked = open("80.00");
        assertThat(Part.of(asked, false, false, false, Locale.GERMANY).notes()).isEmpty();
        assertThat(Part.of(asked, true, true, true, Locale.GERMANY).notes()).containsExactly("other", "again", "done");
        Situation settled = over(DunningCase.Status.SETTLED, null, cleared("80", "0", "0"));
        assertThat(Part.of(settled, true, true, false, Locale.GERMANY).notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, 25 November 2026", "de, 25. November 2026"})
    void namesADayAsTheMessageDid(String language, String day) {
        Part part = Part.of(promised("60.00", "2026-11-25"), false, false, false, Demands.locale(language));
        assertThat(part.dayInWords()).isEqualTo(day);
    }

    // ---- words

    private static Properties words(String file) {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(StandingTests.class.getResourceAsStream("/messages/" + file + ".properties")),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return words;
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal", "portal_de"})
    void hasWordsForEachStandingInEachLanguage(String file) {
        Properties words = words(file);
        assertThat(Standing.values()).allSatisfy(standing -> {
            String key = "portal." + standing.word();
            assertThat(words.getProperty(key + ".title")).as(key + ".title").isNotBlank();
            assertThat(Stream.of(".text", ".text.dated").map(end -> words.getProperty(key + end)))
                    .as(key + ".text")
                    .anyMatch(Objects::nonNull);
        });
        assertThat(words.keySet())
                .isEqualTo(words(file.equals("portal") ? "portal_de" : "portal").keySet());
        assertThat(List.of("again", "back", "done", "left-out", "other"))
                .allSatisfy(note ->
                        assertThat(words.getProperty("portal.note." + note)).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal", "portal_de"})
    void saysThatNothingIsOpenOnlyWhereThatIsSo(String file) {
        Properties words = words(file);
        EnumSet.complementOf(EnumSet.of(
                        Standing.PAID,
                        Standing.REST_FORGIVEN,
                        Standing.CREDITED,
                        Standing.CLEARED,
                        Standing.PAID_AT_AGENCY))
                .forEach(standing -> assertThat(said(words, standing))
                        .as("%s", standing)
                        .doesNotContainIgnoringCase("nichts mehr offen", "nothing is open", "erledigt", "settled"));
        for (Standing unpaid : List.of(Standing.WRITTEN_OFF, Standing.AT_AGENCY, Standing.CREDITED, Standing.CLEARED)) {
            assertThat(said(words, unpaid)).as("%s", unpaid).doesNotContainIgnoringCase("dank", "thank");
        }
        for (Standing person : List.of(Standing.QUIET, Standing.QUIET_WELCOME, Standing.QUIET_UNPAID)) {
            assertThat(said(words, person))
                    .as("%s", person)
                    .doesNotContainPattern("(?i)storben|insolv|minder|jährig|erbe|vertret|died|heir|minor|represent");
        }
    }

    private static String said(Properties words, Standing standing) {
        return Stream.of(".title", ".text", ".text.dated")
                .map(end -> words.getProperty("portal." + standing.word() + end, ""))
                .reduce("", (one, other) -> one + "\n" + other);
    }
}

package dev.kulanz.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.ItemBalance;
import java.io.File;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Every message that the rules can ask for is written, in both languages, with everything that one needs to pay. */
class WordingTests {

    private static final Occasion PROMISE = Occasion.of(new BigDecimal("100.00"), LocalDate.parse("2026-12-01"));
    private static final Occasion HANDOVER = new Occasion(
            null,
            null,
            null,
            null,
            "Nordwind Inkasso, Hafenstraße 3, 20457 Hamburg",
            List.of(Sample.item("R-7", "20.00", "20.00", null)));

    /** What a table row says, read from the file itself: a new row is tested without a change here. */
    static Stream<Sample> everyDemand() throws Exception {
        NodeList rules = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new File("rules/contact-choice.dmn"))
                .getElementsByTagName("rule");
        Set<List<String>> choices = new LinkedHashSet<>();
        for (int row = 0; row < rules.getLength(); row++) {
            Element rule = (Element) rules.item(row);
            List<String> to = cells(rule, "outputEntry");
            for (String step : cells(rule, "inputEntry").get(0).split(",", -1)) {
                choices.add(List.of(step.strip(), to.get(0), to.get(1), to.get(2)));
            }
        }
        return choices.stream().flatMap(choice -> Stream.of("de", "en")
                .map(language -> Sample.of(
                        Step.named(choice.get(0)),
                        Channel.valueOf(choice.get(1)),
                        choice.get(2),
                        choice.get(3),
                        language)));
    }

    private static List<String> cells(Element rule, String kind) {
        NodeList cells = rule.getElementsByTagName(kind);
        return IntStream.range(0, cells.getLength())
                .mapToObj(cell -> cells.item(cell).getTextContent().strip().replace("\"", ""))
                .toList();
    }

    static Stream<Sample> everyServiceMessage() {
        return Arrays.stream(Step.values())
                .filter(step -> step.purpose() == Purpose.SERVICE)
                .flatMap(step -> Stream.of(Channel.EMAIL, Channel.LETTER).flatMap(channel -> Stream.of("de", "en")
                        .map(language -> Sample.of(step, channel, "friendly", "standard", language))))
                .flatMap(sample ->
                        Stream.of(sample, sample.about(sample.step() == Step.HANDOVER_NOTICE ? HANDOVER : PROMISE)));
    }

    @ParameterizedTest
    @MethodSource("everyDemand")
    void asksWithEverythingThatOneNeedsToPay(Sample sample) {
        Texts.Written written = sample.written();
        boolean german = sample.language().equals("de");
        assertIsFinished(written);
        for (String said : List.of(plain(written.text()), plain(written.html()))) {
            assertThat(said)
                    .contains("R-2026-118", "R-2026-131")
                    .contains(
                            german
                                    ? List.of("149,90 €", "59,95 €", "209,85 €", "4. Dezember 2026")
                                    : List.of("€149.90", "€59.95", "€209.85", "4 December 2026"))
                    .contains(Sample.REFERENCE, "DE75 5121 0800 1245 1261 99");
        }
        assertThat(written.text()).containsPattern("(?m)^\\{\\{payment-link}}$");
    }

    @ParameterizedTest
    @MethodSource("everyServiceMessage")
    void serviceMessagesAskForNothing(Sample sample) {
        Texts.Written written = sample.written();
        assertIsFinished(written);
        assertThat(written.text()).doesNotContain("Bitte zahlen Sie", "Please pay", "{{payment-link}}", "209,85");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void theFinalNoticeSaysWhatComesNextAndEveryWayOut(String language) {
        String text = Sample.of(Step.FINAL_NOTICE, Channel.EMAIL, "final", "standard", language)
                .written()
                .text();
        assertThat(plain(text))
                .contains(
                        language.equals("de")
                                ? List.of(
                                        "planen wir",
                                        "Inkassounternehmen",
                                        "55,62 €",
                                        "Raten",
                                        "falsch",
                                        "Schuldnerberatung")
                                : List.of(
                                        "we plan",
                                        "collection agency",
                                        "€55.62",
                                        "instalments",
                                        "wrong",
                                        "debt advice"));
    }

    @Test
    void noOtherMessageSpeaksOfACollectionAgencyBeforeIt() throws Exception {
        Predicate<Sample> isFinal = sample -> sample.step() == Step.FINAL_NOTICE;
        assertThat(everyDemand().filter(isFinal.negate())).isNotEmpty().allSatisfy(sample -> assertThat(
                        sample.written().text())
                .doesNotContainIgnoringCase("inkasso", "collection"));
    }

    @Test
    void aBusinessIsNotSentToDebtAdviceAndAFirmIsNotGreeted() {
        String text = Sample.letter(Step.FINAL_NOTICE, "firm")
                .to(Debtor.Type.BUSINESS, "Wolf Bau GmbH", "DE")
                .written()
                .text();
        assertThat(text).startsWith("Guten Tag,\n").doesNotContain("Schuldnerberatung", "§ 13e");
    }

    @Test
    void namesThePromiseThatDidNotCome() {
        Sample sample = Sample.of(Step.FRIENDLY_REMINDER, Channel.EMAIL, "friendly", "after-promise", "de");
        assertThat(plain(sample.about(PROMISE).written().text()))
                .contains("100,00 € bis zum 1. Dezember 2026 zugesagt");
        assertThat(sample.written().text())
                .contains("Sie hatten uns eine Zahlung zugesagt")
                .doesNotContain("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"after-block", "after-dispute", "after-undecided-dispute"})
    void namesWhatEnded(String style) {
        Sample sample = Sample.of(Step.FRIENDLY_REMINDER, Channel.EMAIL, "friendly", style, "de");
        assertIsFinished(sample.written());
        assertThat(sample.written().text())
                .containsPattern("Pause ist jetzt zu Ende|Wir haben es geprüft|eine Weile ruhen lassen");
    }

    @Test
    void confirmsAPromiseWithItsAmountAndDay() {
        String text = Sample.letter(Step.PROMISE_CONFIRMATION, "friendly")
                .about(PROMISE)
                .written()
                .text();
        assertThat(plain(text))
                .contains("Sie zahlen 100,00 € bis zum 1. Dezember 2026", "Betrag: 100,00 €")
                .contains("Bis dahin fordern wir Sie nicht zur Zahlung auf.")
                .doesNotContain("erinner", "Merkzettel");
    }

    @Test
    void announcesTheSlipBeforeThePromisedDayWhereThereIsOne() {
        Occasion withSlip = new Occasion(
                new BigDecimal("100.00"),
                null,
                LocalDate.parse("2026-12-01"),
                LocalDate.parse("2026-11-30"),
                null,
                List.of());
        for (String language : List.of("de", "en")) {
            String text = Sample.of(Step.PROMISE_CONFIRMATION, Channel.EMAIL, "friendly", "standard", language)
                    .about(withSlip)
                    .written()
                    .text();
            assertThat(text)
                    .containsAnyOf("am 30. November 2026, schicken wir Ihnen", "on 30 November 2026, we will send");
        }
    }

    /** The sentence names what was promised or paid; what is asked for is what is left of it, on paper as in its code. */
    @ParameterizedTest
    @CsvSource({
        "promise-reminder, de, 'Davon sind jetzt noch 80,00 € zu zahlen', 'Betrag: 80,00 €'",
        "promise-reminder, en, 'Of this, €80.00 is left to pay now', 'Amount: €80.00'",
        "payment-returned, de, 'Damit sind bei uns wieder 80,00 € offen', 'Betrag: 80,00 €'",
        "payment-returned, en, 'This means that €80.00 is open with us again', 'Amount: €80.00'"
    })
    void asksForNoMoreThanIsLeftOfWhatItNames(String step, String language, String sentence, String transfer) {
        Occasion partlyLeft = new Occasion(
                new BigDecimal("100.00"),
                new BigDecimal("80.00"),
                LocalDate.parse("2026-12-01"),
                null,
                null,
                List.of());
        for (Channel channel : List.of(Channel.EMAIL, Channel.LETTER)) {
            Sample sample = Sample.of(Step.named(step), channel, "friendly", "standard", language)
                    .about(partlyLeft);
            assertIsFinished(sample.written());
            assertThat(plain(sample.written().text()))
                    .contains(language.equals("de") ? "100,00 €" : "€100.00", sentence, transfer);
            assertThat(sample.content().payable()).isEqualByComparingTo("80.00");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "de, 'wieder 150,00 € offen. Davon sind 100,00 € jetzt fällig', 'bis zum 4. Dezember 2026', 'Betrag: 100,00 €'",
        "en, '€150.00 is open with us again. Of this, €100.00 is due now', 'until 4 December 2026', 'Amount: €100.00'"
    })
    void tellsAllThatAReturnOpenedAndAsksForWhatIsDueOfIt(
            String language, String sentence, String day, String transfer) {
        ItemBalance due = Sample.item("R-1", "120.00", "120.00", null);
        Occasion opened = new Occasion(
                new BigDecimal("150.00"),
                new BigDecimal("150.00"),
                LocalDate.parse("2026-11-20"),
                null,
                null,
                List.of(due),
                Map.of(due.id(), new BigDecimal("100.00"), UUID.randomUUID(), new BigDecimal("50.00")));
        for (Channel channel : List.of(Channel.EMAIL, Channel.LETTER)) {
            Sample sample = Sample.of(Step.PAYMENT_RETURNED, channel, "friendly", "standard", language)
                    .about(opened);
            assertIsFinished(sample.written());
            assertThat(plain(sample.written().text())).contains(sentence, day, transfer);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "de, 'wieder 150,00 € offen. Im Moment müssen Sie deshalb nichts tun.'",
        "en, '€150.00 is open with us again. For now, there is nothing you need to do about it.'"
    })
    void tellsOfAReturnForWhichNothingIsAskedNowWithoutADay(String language, String sentence) {
        Occasion opened = new Occasion(
                new BigDecimal("150.00"),
                new BigDecimal("150.00"),
                LocalDate.parse("2026-11-20"),
                null,
                null,
                List.of(),
                Map.of(UUID.randomUUID(), new BigDecimal("150.00")));
        for (Channel channel : List.of(Channel.EMAIL, Channel.LETTER)) {
            Sample sample = Sample.of(Step.PAYMENT_RETURNED, channel, "friendly", "standard", language)
                    .about(opened);
            assertThat(plain(sample.written().text()))
                    .contains(sentence)
                    .doesNotContain("Betrag:", "Amount:", "4. Dezember", "4 December");
        }
    }

    /** The sentence names what was promised; a credit note may come before the message goes out. */
    @ParameterizedTest
    @CsvSource({
        "80.00, de, 'Von den 100,00 € sind jetzt noch 80,00 € zu zahlen.', 'Betrag: 80,00 €'",
        "80.00, en, 'Of the €100.00, €80.00 is left to pay now.', 'Amount: €80.00'"
    })
    void confirmsAPromiseWithWhatIsLeftOfItByThen(BigDecimal left, String language, String sentence, String transfer) {
        for (LocalDate slip : Arrays.asList(null, LocalDate.parse("2026-11-30"))) {
            Occasion partlyLeft =
                    new Occasion(new BigDecimal("100.00"), left, LocalDate.parse("2026-12-01"), slip, null, List.of());
            String text = Sample.of(Step.PROMISE_CONFIRMATION, Channel.EMAIL, "friendly", "standard", language)
                    .about(partlyLeft)
                    .written()
                    .text();
            assertThat(plain(text)).contains(language.equals("de") ? "100,00 €" : "€100.00", sentence, transfer);
        }
    }

    @Test
    void saysOfNothingThatItIsLeftToPay() {
        Occasion paid = new Occasion(
                new BigDecimal("100.00"), BigDecimal.ZERO, LocalDate.parse("2026-12-01"), null, null, List.of());
        for (Step step : List.of(Step.PROMISE_CONFIRMATION, Step.PROMISE_REMINDER)) {
            assertThat(plain(Sample.of(step, Channel.EMAIL, "friendly", "standard", "de")
                            .about(paid)
                            .written()
                            .text()))
                    .doesNotContain("0,00 € zu zahlen", " 0,00 €");
        }
    }

    @Test
    void saysThatADisputeWasLookedIntoOnlyIfItWas() {
        String undecided = Sample.of(Step.FRIENDLY_REMINDER, Channel.EMAIL, "friendly", "after-undecided-dispute", "de")
                .about(new Occasion(null, null, LocalDate.parse("2026-11-20"), null, null, List.of()))
                .written()
                .text();
        assertThat(undecided).contains("bis zum 20. November 2026 ruhen lassen").doesNotContain("geprüft");
        assertThat(Sample.of(Step.FRIENDLY_REMINDER, Channel.EMAIL, "friendly", "after-dispute", "de")
                        .written()
                        .text())
                .contains("geprüft");
    }

    @Test
    void claimsDefaultOnlyByOurRecordsAndWithItsDay() throws Exception {
        assertThat(everyDemand().filter(sample -> sample.step() == Step.DUNNING_NOTICE))
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(plain(sample.written().text()))
                        .containsAnyOf(
                                "Nach unseren Unterlagen sind Sie seit dem 6. November 2026 in Verzug.",
                                "According to our records, you have been in default since 6 November 2026."));
        assertThat(everyDemand()).allSatisfy(sample -> assertThat(
                        sample.written().text())
                .doesNotContain("damit in Verzug", "therefore in default", "kümmern Sie sich", "take care of this"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"final", "firm", "neutral"})
    void namesTheTaxOfAnAgencyOnlyWhereTheCreditorBearsIt(String tone) {
        Sample sample = Sample.of(Step.FINAL_NOTICE, Channel.LETTER, tone, "standard", "de");
        assertThat(plain(sample.written().text()))
                .contains("bis zu 55,62 € verlangen (§ 13e RDG)")
                .doesNotContain("Umsatzsteuer");
        assertThat(plain(sample.ofALender().written().text()))
                .contains("bis zu 66,19 € einschließlich Umsatzsteuer verlangen (§ 13e RDG)");
    }

    @Test
    void asksWhatIsPossibleEachMonthAndPromisesAnAnswerInsteadOfAPlan() throws Exception {
        assertThat(everyDemand().filter(sample -> sample.step() == Step.PLAN_OFFER))
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(sample.written().text())
                        .containsPattern("im Monat|each month")
                        .containsPattern("antworten Ihnen|answer you")
                        .doesNotContain("teilen wir", "teilen den", "we will split", "happy to split"));
    }

    @ParameterizedTest
    @MethodSource({"everyDemand", "everyServiceMessage"})
    void eachMessageCarriesTheLinkToThePrivacyNotice(Sample sample) {
        Texts.Written written = sample.written();
        assertThat(List.of(written.text(), written.html()))
                .allSatisfy(said -> assertThat(said).contains("https://lindenhof.example/datenschutz"));
    }

    @ParameterizedTest
    @MethodSource({"everyDemand", "everyServiceMessage"})
    void speaksAsNeighboursDo(Sample sample) {
        assertThat(sample.written().text())
                .doesNotContain(
                        "ganzes Geld",
                        "Zahlungseingang",
                        "Passt der Betrag nicht",
                        "fast immer eine Lösung",
                        "almost always a",
                        "erinnern wir Sie nicht");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void saysThatADigitalAssistantCalledAndWhatFor(String language) {
        assertThat(Sample.of(Step.CALL_MISSED, Channel.EMAIL, "friendly", "standard", language)
                        .written()
                        .text())
                .containsPattern("digitaler Assistent|digital assistant")
                .containsPattern("eine Rechnung, die bei uns noch offen ist|an invoice that is still open");
    }

    @Test
    void announcesTheHandOverWithWhatIsHandedOverAndToWhom() {
        String text = Sample.letter(Step.HANDOVER_NOTICE, "friendly")
                .about(HANDOVER)
                .written()
                .text();
        assertThat(plain(text)).contains("Nordwind Inkasso, Hafenstraße 3, 20457 Hamburg", "Rechnung R-7", "20,00 €");
    }

    @ParameterizedTest
    @CsvSource({
        "de, 'Nordwind Inkasso, Hafenstraße 3, 20457 Hamburg. Es geht um 30,00 €:', 'Es geht um 30,00 €:'",
        "en, 'Nordwind Inkasso, Hafenstraße 3, 20457 Hamburg. It is about €30.00:', 'It is about €30.00:'"
    })
    void announcesTheHandOverWithItsAmountAlsoWhereTheAgencyIsNotNamed(String language, String named, String unnamed) {
        List<ItemBalance> items =
                List.of(Sample.item("R-7", "20.00", "20.00", null), Sample.item("R-8", "10.00", "10.00", null));
        for (Channel channel : List.of(Channel.EMAIL, Channel.LETTER)) {
            Sample sample = Sample.of(Step.HANDOVER_NOTICE, channel, "friendly", "standard", language);
            assertThat(plain(sample.about(new Occasion(null, null, null, null, HANDOVER.party(), items))
                            .written()
                            .text()))
                    .contains(named, "R-7", "R-8");
            assertThat(plain(sample.about(new Occasion(null, null, null, null, null, items))
                            .written()
                            .text()))
                    .contains(unnamed, "R-7", "R-8")
                    .doesNotContain("Nordwind");
        }
    }

    /** Who reads a reference pays. */
    @ParameterizedTest
    @MethodSource("everyServiceMessage")
    void namesAPaymentReferenceOnlyWhereOnePays(Sample sample) {
        Texts.Written written = sample.written();
        String[] reference = {"Verwendungszweck", "Payment reference", Sample.REFERENCE};
        for (String said : List.of(plain(written.text()), plain(written.html()))) {
            if (sample.content().isPayable()) {
                assertThat(said).contains(Sample.REFERENCE);
            } else {
                assertThat(said).doesNotContain(reference).contains("K-2026-000123");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "de, 'bei uns sind 130,00 € von Ihnen angekommen', 'ein Guthaben von 30,00 €', 'Rest von 0,40 €'",
        "en, 'We have received €130.00 from you', 'a credit of €30.00', 'rest of €0.40'"
    })
    void thanksForTheAmountAndSaysWhatBecameOfTheRest(String language, String paid, String credit, String forgiven) {
        Occasion known = Occasion.of(new BigDecimal("130.00"), LocalDate.parse("2026-11-20"));
        for (Channel channel : List.of(Channel.EMAIL, Channel.LETTER)) {
            Sample thanks = Sample.of(Step.PAYMENT_THANKS, channel, "friendly", "standard", language);
            assertThat(plain(thanks.about(known).written().text()))
                    .contains(paid)
                    .doesNotContain("Guthaben", "credit", "kleinen Rest", "small rest");
            assertThat(plain(thanks.about(known.with(new Occasion.Receipt(null, new BigDecimal("30.00"), null)))
                            .written()
                            .text()))
                    .contains(paid, credit);
            assertThat(plain(thanks.about(known.with(new Occasion.Receipt(null, null, new BigDecimal("0.40"))))
                            .written()
                            .text()))
                    .contains(paid, forgiven);
            assertThat(plain(thanks.written().text())).doesNotContain("angekommen", "received", "0,00");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "de, 'Davon sind 40,00 € bei uns angekommen', 'nicht alles'",
        "en, 'Of this, €40.00 has arrived', 'Not all of it'"
    })
    void namesWhatCameOfAPromise(String language, String part, String nothing) {
        Sample sample = Sample.of(Step.FRIENDLY_REMINDER, Channel.EMAIL, "friendly", "after-promise", language);
        assertThat(plain(sample.about(PROMISE.with(new Occasion.Receipt(new BigDecimal("40.00"), null, null)))
                        .written()
                        .text()))
                .contains(part)
                .doesNotContain(nothing);
        assertThat(plain(sample.about(PROMISE.with(new Occasion.Receipt(BigDecimal.ZERO, null, null)))
                        .written()
                        .text()))
                .contains(nothing);
    }

    // ---- each item at its own level

    private static final List<String> CLAIMS = List.of(
            "letzte Nachricht",
            "letzten Nachricht",
            "noch einmal",
            "schon einmal",
            "geschrieben",
            "gemahnt",
            "erinnert",
            "wie bisher",
            "Es bleibt beim",
            "zugesagt",
            "Pause",
            "geprüft",
            "last message",
            "once more",
            "written to you",
            "have sent you",
            "reminded you",
            "as before",
            "date stays",
            "told us",
            "pause",
            "have checked");

    private static final Division FIRST_HEARD =
            new Division(List.of(Sample.item("R-1", "100.00", "100.00", null)), List.of(), Division.Before.NEVER, true);

    /** What the rules can ask for, also after a pause, a promise or a dispute, and the letters of the same words. */
    static Stream<Sample> everyDemandInEveryShape() throws Exception {
        Stream<Sample> ended = Stream.of("after-promise", "after-block", "after-dispute")
                .flatMap(style -> Stream.of("de", "en")
                        .flatMap(language -> Stream.of(
                                Sample.of(Step.FRIENDLY_REMINDER, Channel.EMAIL, "friendly", style, language),
                                Sample.of(Step.FRIENDLY_REMINDER, Channel.EMAIL, "friendly", style, language)
                                        .about(PROMISE))));
        return Stream.concat(everyDemand(), ended)
                .flatMap(sample -> Stream.of(
                        sample,
                        Sample.of(sample.step(), Channel.LETTER, sample.tone(), sample.style(), sample.language())
                                .about(sample.about()),
                        sample.to(Debtor.Type.BUSINESS, "Wolf Bau GmbH", "DE")));
    }

    @ParameterizedTest
    @MethodSource("everyDemandInEveryShape")
    void claimsNothingEarlierOfWhatIsWrittenOfForTheFirstTime(Sample sample) {
        Texts.Written written = sample.divided(FIRST_HEARD).written();
        assertIsFinished(written);
        for (String said : List.of(written.subject(), plain(written.text()), plain(written.html()))) {
            assertThat(said).doesNotContain(CLAIMS.toArray(String[]::new)).doesNotContain("Zweite", "Second");
        }
    }

    @ParameterizedTest
    @MethodSource("everyDemandInEveryShape")
    void tellsEachItemAtItsOwnLevel(Sample sample) {
        boolean german = sample.language().equals("de");
        Texts.Written written = sample.divided(THREE_LEVELS).written();
        assertIsFinished(written);
        String text = plain(written.text());
        assertThat(text)
                .containsSubsequence(
                        "R-A",
                        german ? "100,00 €" : "€100.00",
                        german ? "4. Dezember 2026" : "4 December 2026",
                        "R-B",
                        german ? "20,00 €" : "€20.00",
                        "R-C",
                        german ? "250,00 €" : "€250.00",
                        german ? "7. Dezember 2026" : "7 December 2026",
                        german ? "370,00 €" : "€370.00",
                        german ? "Betrag: 370,00 €" : "Amount: €370.00");
        String first = text.substring(text.indexOf("R-B"), text.indexOf(german ? "Alles zusammen" : "All together"));
        assertThat(first)
                .contains(german ? "zum ersten Mal" : "for the first time")
                .doesNotContain(CLAIMS.stream()
                        .filter(claim -> !claim.equals("geschrieben"))
                        .toArray(String[]::new));
        assertThat(plain(written.html()))
                .contains("R-A", "R-B", "R-C")
                .contains(german ? List.of("370,00 €", "250,00 €") : List.of("€370.00", "€250.00"));
        if (sample.step() == Step.FINAL_NOTICE) {
            assertThat(text)
                    .contains(german ? "die zuerst genannten Rechnungen nach diesem Tag" : "the invoices named first")
                    .doesNotContain(german ? "die offenen Rechnungen" : "the open invoices");
        }
    }

    private static final Division THREE_LEVELS = new Division(
            List.of(Sample.item("R-A", "100.00", "100.00", null)),
            List.of(
                    new Division.Part(
                            Division.Level.REMINDER,
                            List.of(Sample.item("R-B", "20.00", "20.00", null)),
                            LocalDate.parse("2026-12-07")),
                    new Division.Part(
                            Division.Level.FIRST,
                            List.of(Sample.item("R-C", "250.00", "250.00", null)),
                            LocalDate.parse("2026-12-07"))),
            Division.Before.OFTEN,
            false);

    @ParameterizedTest
    @ValueSource(strings = {"dunning-notice", "final-notice"})
    void doesNotSpeakOfSeveralMessagesAfterOne(String step) throws Exception {
        assertThat(everyDemandInEveryShape().filter(sample -> sample.step().id().equals(step)))
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(
                                sample.divided(new Division(FIRST_HEARD.main(), List.of(), Division.Before.ONCE, true))
                                        .written()
                                        .text())
                        .doesNotContain("mehrmals", "several times")
                        .containsPattern("bereits|gemahnt|before|dunning notice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"digital-nudge", "plan-offer"})
    void keepsToNoDayThatWasNotGiven(String step) throws Exception {
        assertThat(everyDemand().filter(sample -> sample.step().id().equals(step)))
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(
                                sample.divided(new Division(FIRST_HEARD.main(), List.of(), Division.Before.OFTEN, true))
                                        .written()
                                        .text())
                        .doesNotContain("Es bleibt", "wie bisher", "date stays", "as before")
                        .containsPattern("4\\. Dezember 2026|4 December 2026"));
    }

    @Test
    void saysOfAMahnungBesideTheFinalNoticeThatItIsOne() {
        Division both = new Division(
                FIRST_HEARD.main(),
                List.of(new Division.Part(
                        Division.Level.MAHNUNG,
                        List.of(Sample.item("R-B", "20.00", "20.00", null)),
                        LocalDate.parse("2026-12-04"))),
                Division.Before.OFTEN,
                false);
        assertThat(Sample.letter(Step.FINAL_NOTICE, "final")
                        .divided(both)
                        .written()
                        .text())
                .containsSubsequence("Hierzu ist dies unsere Mahnung", "R-B");
    }

    private static void assertIsFinished(Texts.Written written) {
        assertThat(written.subject())
                .doesNotContainPattern("(?i)\\d|mahn|schuld|zahl|offen|rechnung|inkasso|debt|pay|owe|invoice|[€{?]");
        for (String said : List.of(written.text().replace("{{payment-link}}", ""), written.html())) {
            assertThat(said.replace("{{payment-link}}", ""))
                    .doesNotContain("??", "null", "{{")
                    .doesNotContainPattern("\\{\\d}");
        }
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}

package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.agreements.Promise;
import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.FollowUp;
import dev.kulanz.cases.OverdueSweep;
import dev.kulanz.contact.Contact;
import dev.kulanz.contact.ContactView;
import dev.kulanz.journal.JournalEntry;
import dev.kulanz.receivables.Representative;
import dev.kulanz.receivables.Representatives;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.LockWaiters;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds for a person holds in all his cases, in every currency, now and later, until it is lifted in any of them. */
@KulanzTest
class PersonStoryTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    private Representatives representatives;

    @Autowired
    private OverdueSweep overdue;

    @Autowired
    private TransactionTemplate transaction;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor dora = story.debtor("Dora");

    private DunningCase inCurrency(String currency) {
        return dora.cases().stream()
                .filter(one -> one.currency().equals(currency))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private CaseBlock blocked(DunningCase in, BlockReason reason, @Nullable String until) {
        CaseBlock placed = stories.blocks()
                .place(
                        in.number(),
                        new Blocks.Wanted(reason, null, until == null ? null : LocalDate.parse(until), "API", null));
        story.now();
        return placed;
    }

    private List<CaseBlock> blocksOf(DunningCase one) {
        return stories.blocks().active(one);
    }

    private List<JournalEntry> toldIn(DunningCase one, String kind) {
        return stories.journal().ofCase(one.number(), 0, 500).stream()
                .filter(entry -> entry.kind().equals(kind))
                .toList();
    }

    private void owesInTwoCurrencies() {
        dora.owes("R-1", "100.00", "2026-10-30").owes("R-2", "80.00", "CHF", "2026-10-30");
    }

    @ParameterizedTest
    @EnumSource(names = {"DECEASED", "INSOLVENCY", "REPRESENTED", "HARDSHIP", "MINOR", "MANUAL"})
    void blocksAllCasesInAllCurrenciesAndTheInvoicesToCome(BlockReason reason) {
        owesInTwoCurrencies();
        assertThat(blocked(inCurrency("EUR"), reason, null).scope()).isEqualTo(CaseBlock.Scope.PERSON);
        dora.owes("R-3", "55.00", "USD", "2026-10-30");
        for (DunningCase one : dora.cases()) {
            assertThat(blocksOf(one)).as(one.currency()).singleElement().satisfies(block -> {
                assertThat(block.reason()).isEqualTo(reason);
                assertThat(block.scope()).isEqualTo(CaseBlock.Scope.PERSON);
            });
        }
        assertThat(toldIn(inCurrency("CHF"), "BlockPlaced")).hasSize(1);
        assertThat(toldIn(inCurrency("USD"), "CaseBeginsBlocked")).hasSize(1);
        assertThat(followUpOf(inCurrency("USD"))).extracting(FollowUp::date).isEqualTo(LocalDate.parse("2026-11-02"));
        story.after(days(60));
        dora.receivedNothing();
        assertThat(dora.summary().blocked()).isTrue();
        assertThat(dora.nextAction()).isEqualTo("Wait for the block to end");
    }

    private void wasRemindedAndThen(BlockReason reason) {
        dora.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-02T10:00");
        dora.received("2026-11-02 friendly-reminder").isBlocked(reason);
    }

    private @Nullable FollowUp followUpOf(DunningCase one) {
        return stories.jdbc()
                .sql("select due_on as date, reason, set_by, set_at from follow_up where case_id = :case")
                .param("case", one.id())
                .query(FollowUp.class)
                .optional()
                .orElse(null);
    }

    @Test
    void thanksNobodyWhenTheHeirsPayAndWritesToNobodyOfTheNextInvoice() {
        wasRemindedAndThen(BlockReason.DECEASED);
        dora.pays("100.00").isSettled();
        dora.owes("R-2", "55.00", "2026-10-26");
        story.after(days(30));
        dora.received("2026-11-02 friendly-reminder");
        assertThat(toldIn(dora.cases().get(0), "ServiceMessageWithheld")).hasSize(1);
        assertThat(dora.isBlockedNow()).isTrue();
    }

    @Test
    void writesToNobodyOfOlderInvoicesWhenTheRowOfACreditNoteSaysThatHeDied() {
        dora.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-02T10:00");
        dora.with("block_reason", "DECEASED").owes("G-1", "-20.00", "2026-11-01");
        assertThat(dora.blocks()).singleElement().satisfies(block -> assertThat(block.reason())
                .isEqualTo(BlockReason.DECEASED));
        story.after(days(60));
        dora.received("2026-11-02 friendly-reminder");
    }

    @Test
    void takesBackTheThanksThatWerePlannedBefore() {
        dora.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-02T22:00"); // nothing goes out at night
        dora.pays("100.00");
        assertThat(dora.contacts()).extracting(ContactView::status).contains(Contact.Status.PLANNED);
        blocked(dora.cases().get(0), BlockReason.DECEASED, null); // a case that is over
        story.until("2026-11-04T12:00");
        dora.received("2026-11-02 friendly-reminder");
        assertThat(dora.contacts())
                .filteredOn(one -> one.step().equals("payment-thanks"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.status()).isEqualTo(Contact.Status.CANCELLED);
                });
    }

    @Test
    void goesOnInAllCasesWhenItIsLiftedInOne() {
        owesInTwoCurrencies();
        blocked(inCurrency("EUR"), BlockReason.INSOLVENCY, null);
        story.until("2026-11-05T12:00");
        dora.receivedNothing();
        assertThat(stories.lifting().liftAll(inCurrency("CHF").number(), BlockReason.INSOLVENCY, null))
                .isEmpty();
        story.now();
        assertThat(dora.cases()).allMatch(one -> blocksOf(one).isEmpty());
        assertThat(toldIn(inCurrency("EUR"), "BlockLifted")).hasSize(1);
        story.after(days(2));
        assertThat(dora.sent()).extracting(ContactView::step).containsExactly("friendly-reminder", "friendly-reminder");
    }

    @Test
    void isLiftedByItsIdFromAnotherCaseThanItWasPlacedIn() {
        owesInTwoCurrencies();
        CaseBlock placed = blocked(inCurrency("EUR"), BlockReason.DECEASED, null);
        stories.lifting().lift(inCurrency("CHF").number(), placed.id(), null);
        assertThat(dora.cases()).allMatch(one -> blocksOf(one).isEmpty());
    }

    @Test
    void isThereOnceHoweverOftenItIsSaidAndAsLongAsTheLongest() {
        owesInTwoCurrencies();
        CaseBlock first = blocked(inCurrency("EUR"), BlockReason.HARDSHIP, "2026-11-20");
        CaseBlock shorter = blocked(inCurrency("CHF"), BlockReason.HARDSHIP, "2026-11-10");
        assertThat(shorter.id()).isEqualTo(first.id());
        assertThat(shorter.until()).isEqualTo("2026-11-20");
        CaseBlock longer = blocked(inCurrency("CHF"), BlockReason.HARDSHIP, "2026-12-01");
        assertThat(blocksOf(inCurrency("EUR")))
                .singleElement()
                .isEqualTo(new CaseBlock(
                        first.id(),
                        inCurrency("EUR").id(),
                        null,
                        true,
                        BlockReason.HARDSHIP,
                        first.fromAt(),
                        longer.until(),
                        "API",
                        null,
                        first.placedBy()));
        story.until("2026-12-01T20:00");
        dora.receivedNothing();
        story.until("2026-12-02T12:00");
        assertThat(dora.sent()).extracting(ContactView::step).contains("friendly-reminder");
    }

    @Test
    void leavesAPauseByHandWithAnEndOrForAnInvoiceAMatterOfTheCase() {
        owesInTwoCurrencies();
        assertThat(blocked(inCurrency("EUR"), BlockReason.MANUAL, "2026-11-20").scope())
                .isEqualTo(CaseBlock.Scope.CASE);
        assertThat(blocksOf(inCurrency("CHF"))).isEmpty();
        CaseBlock ofItem = stories.blocks()
                .place(
                        inCurrency("CHF").number(),
                        new Blocks.Wanted(BlockReason.MANUAL, story.creditorId() + "-R-2", null, "API", null));
        assertThat(ofItem.scope()).isEqualTo(CaseBlock.Scope.ITEM);
        assertThat(blocksOf(inCurrency("EUR"))).hasSize(1);
    }

    @Test
    void takesBackAMessageThatIsPlannedInAnotherCase() {
        owesInTwoCurrencies();
        story.until("2026-11-02T10:00"); // one message a day: the second waits
        assertThat(dora.contacts())
                .extracting(ContactView::status)
                .containsExactlyInAnyOrder(Contact.Status.SENT, Contact.Status.PLANNED);
        DunningCase wasWrittenTo = stories.cases().get(dora.lastSent().caseNumber());
        blocked(wasWrittenTo, BlockReason.REPRESENTED, null);
        assertThat(dora.contacts())
                .extracting(ContactView::status)
                .containsExactlyInAnyOrder(Contact.Status.SENT, Contact.Status.CANCELLED);
    }

    @Test
    void remindsTheDeadOfNoPromiseAndAsksForNothingAfterIt() {
        dora.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-02T10:00");
        dora.promises("100.00", "2026-11-20").isBlocked(BlockReason.DECEASED);
        int before = dora.sent().size();
        story.after(days(60));
        assertThat(dora.sent()).hasSize(before);
        assertThat(dora.promised()).containsExactly("100.00 by 2026-11-20: " + Promise.Status.BROKEN);
        assertThat(dora.isBlockedNow()).isTrue();
    }

    @Test
    void letsNoHandOverThroughThatIsOpenInAnotherCase() {
        story.namesItsAddress(90);
        Handover handover = new Handover(story, Handover.known(dora));
        handover.isDue();
        String task = dora.task().getId();
        DunningCase euros = dora.cases().get(0);
        dora.owes("R-2", "80.00", "CHF", "2026-10-30");
        blocked(inCurrency("CHF"), BlockReason.DECEASED, null);
        assertThat(stories.tasks().getVariableLocal(task, "caseFacts").toString())
                .contains("Paused", "DECEASED, PERSON", "The debtor has died.");
        assertThat(handover.decides("clerk", task, "RELEASE").body()).contains("The debtor has died.");
        assertThat(stories.cases().get(euros.number()).isOpen()).isTrue();
    }

    @Test
    void asksSomebodyToLookAtWhatTheAgencyHas() {
        story.namesItsAddress(90);
        Handover handover = new Handover(story, Handover.known(dora));
        handover.isHandedOver();
        int told = dora.contacts().size();
        DunningCase atTheAgency = dora.cases().get(0);
        blocked(atTheAgency, BlockReason.DECEASED, null);
        assertThat(blocksOf(atTheAgency)).extracting(CaseBlock::scope).containsExactly(CaseBlock.Scope.PERSON);
        assertThat(followUpOf(atTheAgency)).isNotNull();
        dora.pays("100.00");
        story.after(days(5));
        assertThat(dora.contacts()).hasSize(told);
    }

    // ---- represented

    @Test
    void thanksTheRepresentativeByMail() {
        wasRemindedAndThen(BlockReason.REPRESENTED);
        isRepresentedBy("kanzlei@example.com", false);
        dora.pays("100.00").received("2026-11-02 friendly-reminder", "2026-11-02 payment-thanks");
        assertThat(dora.lastSent().recipient()).isEqualTo("kanzlei@example.com");
        assertThat(dora.lastBody())
                .contains("Guten Tag Rita Recht,", "Sie vertreten Dora Beispiel")
                .doesNotContain("Guten Tag Dora");
    }

    @Test
    void thanksTheRepresentativeByLetterWhoHasNoMail() {
        wasRemindedAndThen(BlockReason.REPRESENTED);
        isRepresentedBy(null, true);
        dora.pays("100.00");
        story.after(days(1));
        assertThat(dora.lastSent().recipient()).isEqualTo("Rita Recht, Gerichtsweg 1, 04103 Leipzig");
        assertThat(dora.lastSent().step()).isEqualTo("payment-thanks");
    }

    @Test
    void thanksNobodyWhileItIsNotKnownWhoRepresentsHim() {
        wasRemindedAndThen(BlockReason.REPRESENTED);
        dora.pays("100.00");
        story.after(days(3));
        dora.received("2026-11-02 friendly-reminder");
        assertThat(toldIn(dora.cases().get(0), "ServiceMessageWithheld").get(0).facts())
                .containsEntry("reason", "the debtor is represented, by whom is not known");
    }

    @Test
    void writesToHimselfAgainWhenHeIsRepresentedNoLonger() {
        wasRemindedAndThen(BlockReason.REPRESENTED);
        isRepresentedBy("kanzlei@example.com", false);
        dora.isFreed().pays("100.00");
        assertThat(dora.lastSent().recipient()).isEqualTo("dora@example.com");
    }

    private void isRepresentedBy(@Nullable String email, boolean hasAddress) {
        representatives.record(
                dora.cases().get(0).debtorId(),
                Representative.written(
                        "Rita Recht",
                        email,
                        hasAddress ? "Gerichtsweg 1" : null,
                        hasAddress ? "04103" : null,
                        hasAddress ? "Leipzig" : null,
                        null),
                dora.caseNumber());
    }

    // ---- at the same moment

    @Test
    void reachesACaseThatOpensAtTheSameMoment() {
        dora.owes("R-1", "100.00", "2026-10-30").owes("R-2", "80.00", "CHF", "2026-11-03");
        DunningCase first = dora.cases().get(0);
        List<UUID> francs = stories.jdbc()
                .sql("select id from account where debtor_id = :debtor and currency = 'CHF'")
                .param("debtor", first.debtorId())
                .query(UUID.class)
                .list();
        story.standAt("2026-11-04T06:00");
        CompletableFuture<Void> placing = transaction.execute(status -> {
            stories.cases().lock(francs);
            assertThat(overdue.run(francs)).isEqualTo(1);
            var block = CompletableFuture.runAsync(() -> stories.blocks()
                    .place(first.number(), new Blocks.Wanted(BlockReason.DECEASED, null, null, "API", null)));
            LockWaiters.until(1, stories.jdbc(), block);
            return block;
        });
        placing.join();
        assertThat(toldIn(inCurrency("CHF"), "BlockPlaced")).hasSize(1);
        story.after(days(20));
        assertThat(dora.cases()).hasSize(2).allMatch(one -> blocksOf(one).size() == 1);
        dora.receivedNothing();
    }

    @Test
    void isPlacedOnceByTwoWhoSayItAtTheSameMoment() {
        owesInTwoCurrencies();
        List<CompletableFuture<CaseBlock>> both = new ArrayList<>();
        for (DunningCase one : dora.cases()) {
            both.add(CompletableFuture.supplyAsync(() -> stories.blocks()
                    .place(one.number(), new Blocks.Wanted(BlockReason.DECEASED, null, null, "API", null))));
        }
        assertThat(both.stream().map(CompletableFuture::join).map(CaseBlock::id).distinct())
                .hasSize(1);
    }

    // ---- what people see

    @Test
    void welcomesHeirsOnThePaymentPageWithoutAsking() {
        dora.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-02T10:00");
        String link = dora.lastLink();
        dora.isBlocked(BlockReason.DECEASED);
        assertThat(Browser.anonymous(port).get(link).body())
                .contains(
                        "Zurzeit ist nichts zu tun",
                        "Niemand muss jetzt zahlen",
                        "100,00",
                        "DE75 5121 0800 1245 1261 99")
                .doesNotContain("Dora", "Noch offen", "??");
        dora.isFreed().isBlocked(BlockReason.INSOLVENCY);
        assertThat(Browser.anonymous(port).get(link).body())
                .contains("Zurzeit ist nichts zu tun")
                .doesNotContain("100,00", "Niemand muss jetzt zahlen");
    }

    @Test
    void isShownAndRecordedInTheCaseFile() {
        owesInTwoCurrencies();
        Browser clerk = Browser.loggedIn(port, "clerk");
        String euros = "/cases/" + inCurrency("EUR").number();
        String francs = "/cases/" + inCurrency("CHF").number();
        clerk.submit(euros + "/blocks", "reason=REPRESENTED&note=a lawyer");
        assertThat(clerk.submitAndFollow(francs + "/representative", "name=Rita&email=rita"))
                .contains("This is not an e-mail address");
        assertThat(clerk.submitAndFollow(francs + "/representative", "name=Rita"))
                .contains("needs an e-mail address or a postal one");
        assertThat(clerk.submitAndFollow(francs + "/representative", "name=Rita Recht&email=rita@example.com"))
                .contains("Represented by Rita Recht");
        assertThat(clerk.get(francs, "Accept-Language", "de").body())
                .contains("alles, was die Person schuldet", "Vertreten durch Rita Recht", "a lawyer")
                .doesNotContain("??");
        CaseBlock held = blocksOf(inCurrency("CHF")).get(0);
        assertThat(clerk.submitAndFollow(francs + "/blocks/" + held.id() + "/lift", "matter=END"))
                .contains("The pause is lifted");
        assertThat(blocksOf(inCurrency("EUR"))).isEmpty();
        assertThat(clerk.get(euros).body()).doesNotContain("Represented by Rita Recht");
    }

    @Test
    void sumsUpWhatWasPaidToTheRepresentativeOnly() {
        dora.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-02T10:00");
        dora.isBlocked(BlockReason.REPRESENTED);
        isRepresentedBy("kanzlei@example.com", true);
        dora.pays("40.00");
        story.after(days(60));
        dora.received("2026-11-02 friendly-reminder");
        assertThat(dora.summary().openAmount()).isEqualByComparingTo(new BigDecimal("60.00"));
    }
}

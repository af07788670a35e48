package dev.kulanz.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.agreements.Promise;
import dev.kulanz.agreements.PromiseMade;
import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.contact.ContactConcluded;
import dev.kulanz.contact.ContactView;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.transaction.PlatformTransactionManager;

/** Debtors with a temper go on of their own accord, by what they are sent. */
@KulanzTest
class DebtorLifeTests {

    private static final int MANY = 16;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00");

    @Autowired
    private Intents intents;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private ConfigurableApplicationContext context;

    @Autowired
    private ApplicationEventMulticaster events;

    private final Map<String, Temper> tempers = new HashMap<>();
    private DebtorLife life;
    private final ApplicationListener<PayloadApplicationEvent<?>> listener = this::hear;

    @BeforeEach
    void livesAmongThem() {
        life = new DebtorLife(
                who -> who.creditorId().equals(story.creditorId())
                        ? Optional.ofNullable(tempers.get(who.debtorId()))
                        : Optional.empty(),
                intents,
                story.house().cases(),
                story.house().debtors(),
                story.house().promises(),
                story.house().blocks(),
                story.house().payments(),
                story.house().clock(),
                transactions);
        context.addApplicationListener(listener);
    }

    @AfterEach
    void leavesThem() {
        events.removeApplicationListener(listener);
    }

    private void hear(PayloadApplicationEvent<?> event) {
        if (event.getPayload() instanceof ContactConcluded concluded) {
            life.on(concluded);
        } else if (event.getPayload() instanceof PromiseMade made) {
            life.on(made);
        }
    }

    @Test
    void theForgetfulPayAllOfItSomeDaysAfterTheyWereReminded() {
        List<StoryDebtor> debtors = withTemper(Temper.FORGETFUL);
        goOnUntil("2026-12-07");
        List<StoryDebtor> paid = debtors.stream().filter(this::isSettled).toList();
        assertThat(paid).hasSizeGreaterThan(MANY / 2);
        assertThat(paid)
                .allSatisfy(debtor -> assertThat(dayOf("CaseSettled", debtor)).isAfter(dayOf("ContactSent", debtor)));
        assertThat(overpaid(debtors)).as("who has paid too much").isZero();
    }

    @Test
    void theStretchedPromiseAndMostlyKeepIt() {
        List<StoryDebtor> debtors = withTemper(Temper.STRETCHED);
        goOnUntil("2027-01-11");
        List<Promise> promises = promisesOf(debtors);
        assertThat(promises).extracting(Promise::status).contains(Promise.Status.KEPT);
        assertThat(debtors).filteredOn(this::isSettled).isNotEmpty();
        assertThat(overpaid(debtors)).isZero();
    }

    @Test
    void theEvasivePromiseAndFallSilent() {
        List<StoryDebtor> debtors = withTemper(Temper.EVASIVE);
        goOnUntil("2027-01-11");
        assertThat(promisesOf(debtors)).extracting(Promise::status).contains(Promise.Status.BROKEN);
        assertThat(debtors).filteredOn(debtor -> !isSettled(debtor)).hasSizeGreaterThan(MANY / 4);
    }

    @Test
    void theParticularObjectForSomeWeeks() {
        List<StoryDebtor> debtors = withTemper(Temper.PARTICULAR);
        goOnUntil("2026-11-23");
        List<CaseBlock> disputes = debtors.stream()
                .flatMap(debtor -> debtor.blocks().stream())
                .filter(block -> block.reason() == BlockReason.DISPUTE)
                .toList();
        assertThat(disputes).isNotEmpty();
        assertThat(disputes).extracting(CaseBlock::until).doesNotContainNull();
        goOnUntil("2027-01-11");
        assertThat(debtors).filteredOn(this::isSettled).hasSizeGreaterThan(MANY / 4);
    }

    @Test
    void whatAClerkNotesIsKeptOrNotAsWell() {
        List<StoryDebtor> debtors = withTemper(Temper.FORGETFUL);
        debtors.forEach(debtor -> debtor.promises("25.00", "2026-11-09"));
        goOnUntil("2026-11-12");
        assertThat(debtors)
                .filteredOn(debtor -> debtor.summary().openAmount().intValueExact() == 25)
                .hasSizeGreaterThan(MANY / 2);
    }

    @Test
    void whatIsNotPossibleAnyMoreIsLeft() {
        List<StoryDebtor> debtors = withTemper(Temper.FORGETFUL);
        goOnUntil("2026-11-03");
        List<String> meant = meant(debtors);
        assertThat(meant).isNotEmpty();
        debtors.forEach(debtor -> debtor.pays("50.00"));
        goOnUntil("2026-11-16");
        assertThat(meant(debtors)).isEmpty();
        assertThat(overpaid(debtors)).isZero();
    }

    @Test
    void theSameDayOnceMoreDoesNothingMore() {
        List<StoryDebtor> debtors = withTemper(Temper.FORGETFUL);
        goOnUntil("2026-11-12");
        long settled = debtors.stream().filter(this::isSettled).count();
        assertThat(settled).isPositive();
        life.live(story.house().clock().today());
        assertThat(debtors.stream().filter(this::isSettled).count()).isEqualTo(settled);
        assertThat(overpaid(debtors)).isZero();
    }

    @Test
    void whoIsNotOfTheSampleIsPlayedByThePersonAtTheDesk() {
        StoryDebtor debtor = story.debtor("Mona").owes("R-1", "50.00", "2026-10-20");
        goOnUntil("2026-11-23");
        assertThat(debtor.sent()).extracting(ContactView::step).contains("friendly-reminder", "second-reminder");
        assertThat(meant(List.of(debtor))).isEmpty();
        debtor.stillOwes("50.00");
    }

    private List<StoryDebtor> withTemper(Temper temper) {
        List<StoryDebtor> debtors = IntStream.range(0, MANY)
                .mapToObj(i -> story.debtor("Debtor" + i))
                .toList();
        debtors.forEach(debtor -> tempers.put(debtor.id(), temper));
        for (int i = 0; i < MANY; i++) {
            debtors.get(i).owes("R-" + i, "50.00", "2026-10-20");
        }
        return debtors;
    }

    private void goOnUntil(String day) {
        LocalDate last = LocalDate.parse(day);
        while (story.house().clock().today().isBefore(last)) {
            story.until(story.house().clock().today().plusDays(1) + "T07:45");
            life.live(story.house().clock().today());
            story.now();
        }
    }

    private boolean isSettled(StoryDebtor debtor) {
        return debtor.cases().stream().allMatch(one -> one.status() == DunningCase.Status.SETTLED);
    }

    private LocalDate dayOf(String happening, StoryDebtor debtor) {
        return debtor.history().stream()
                .filter(entry -> entry.kind().equals(happening))
                .findFirst()
                .orElseThrow()
                .at()
                .atZone(BusinessClock.ZONE)
                .toLocalDate();
    }

    private List<Promise> promisesOf(List<StoryDebtor> debtors) {
        return debtors.stream()
                .flatMap(debtor -> debtor.cases().stream())
                .flatMap(one -> story.house().promises().ofCase(one.id()).stream())
                .toList();
    }

    private List<String> meant(List<StoryDebtor> debtors) {
        List<String> cases = debtors.stream().map(StoryDebtor::caseNumber).toList();
        return intents.due(LocalDate.parse("2999-12-31")).stream()
                .filter(cases::contains)
                .toList();
    }

    /** How many have paid more than the 50.00 that they owed. */
    private long overpaid(List<StoryDebtor> debtors) {
        return debtors.stream()
                .filter(debtor -> paid(debtor).compareTo(new BigDecimal("50.00")) > 0)
                .count();
    }

    private BigDecimal paid(StoryDebtor debtor) {
        return debtor.history().stream()
                .filter(entry -> entry.kind().equals("PaymentBooked"))
                .map(entry -> new BigDecimal(String.valueOf(entry.facts().get("amount"))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

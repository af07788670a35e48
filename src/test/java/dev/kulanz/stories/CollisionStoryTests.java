package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.cases.CaseItems;
import dev.kulanz.cases.DunningCase.Status;
import dev.kulanz.cases.OverdueSweep;
import dev.kulanz.contact.Contact;
import dev.kulanz.contact.ContactView;
import dev.kulanz.contact.Outbox;
import dev.kulanz.contact.Results;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.LockWaiters;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Two things at the same moment, and a dispatcher that dies. */
@KulanzTest
class CollisionStoryTests {

    @Autowired
    private Stories stories;

    @Autowired
    private Results results;

    @Autowired
    private OverdueSweep sweep;

    @Autowired
    private CaseItems items;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-01T12:00"); // a Sunday: the message waits for Monday

    private final StoryDebtor anna = story.debtor("Anna");

    @BeforeEach
    void begin() {
        anna.owes("R-1", "100.00", "2026-10-20");
    }

    private UUID plannedContact() {
        ContactView planned = anna.contacts().get(0);
        assertThat(planned.status()).isEqualTo(Contact.Status.PLANNED);
        return planned.id();
    }

    private void mondayMorningWithoutAnybodyWorking() {
        stories.time().standAt(java.time.Instant.parse("2026-11-02T07:00:00Z"));
    }

    private void awaitAtALock(CompletableFuture<?>... workers) {
        LockWaiters.until(workers.length, stories.jdbc(), workers);
    }

    @Test
    void sendsNothingWhenThePaymentComesFirst() {
        UUID contact = plannedContact();
        mondayMorningWithoutAnybodyWorking();
        CompletableFuture<Void> dispatcher = transaction.execute(status -> {
            anna.book("100.00", "EUR", null);
            var dispatching =
                    CompletableFuture.runAsync(() -> stories.dispatcher().dispatch(List.of(contact)));
            awaitAtALock(dispatching);
            return dispatching;
        });
        dispatcher.join();
        story.now();
        anna.receivedNothing().isSettled();
        assertThat(anna.contacts()).extracting("status").containsExactly(Contact.Status.CANCELLED);
    }

    @Test
    void opensOneCaseWhenTwoSweepsComeAtOnce() {
        StoryDebtor ben = story.debtor("Ben").owes("R-2", "50.00", "2026-11-01");
        mondayMorningWithoutAnybodyWorking();
        List<CompletableFuture<Integer>> sweeps = transaction.execute(status -> {
            holdThePersonOf("R-2");
            var both = List.of(
                    CompletableFuture.supplyAsync(() -> sweep.run()), CompletableFuture.supplyAsync(() -> sweep.run()));
            awaitAtALock(both.get(0), both.get(1));
            return both;
        });
        assertThat(sweeps.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(1);
        assertThat(ben.cases()).hasSize(1);
        assertThat(ben.history()).extracting("kind").containsOnlyOnce("CaseOpened");
    }

    @Test
    void leavesAnItemOutOfACaseThatAPaymentSettlesAtThisMoment() {
        anna.owes("R-2", "50.00", "2026-11-01");
        mondayMorningWithoutAnybodyWorking();
        CompletableFuture<Integer> sweeping = transaction.execute(status -> {
            anna.book("100.00", "EUR", story.creditorId() + "-R-1");
            var waiting = CompletableFuture.supplyAsync(() -> sweep.run());
            awaitAtALock(waiting);
            return waiting;
        });
        assertThat(sweeping.join()).isEqualTo(1);
        assertThat(anna.cases()).extracting("status").containsExactly(Status.SETTLED, Status.OPEN);
        assertThat(items.all(anna.cases().get(0).id()))
                .extracting("invoiceId")
                .containsExactly(story.creditorId() + "-R-1");
        anna.stillOwes("50.00");
    }

    @Test
    void sweepsWhileWhoeverHoldsThePersonSweepsHisAccountToo() {
        anna.pays("110.00");
        anna.owes("R-2", "50.00", "2026-11-01"); // its case is open when the credit comes to pay for it
        mondayMorningWithoutAnybodyWorking();
        CompletableFuture<Integer> daily = transaction.execute(status -> {
            UUID account = holdThePersonOf("R-2");
            var waiting = CompletableFuture.supplyAsync(() -> sweep.run());
            awaitAtALock(waiting);
            assertThat(sweep.run(List.of(account))).isEqualTo(1);
            return waiting;
        });
        assertThat(daily.join()).isZero();
        anna.stillOwes("40.00");
    }

    @Test
    void sweepsAllAccountsButTheOneThatFails() {
        story.debtor("Ben").owes("R-BAD", "50.00", "2026-11-01");
        List<StoryDebtor> others = Stream.of("Cem", "Dana", "Ewa")
                .map(name -> story.debtor(name).owes("R-" + name, "50.00", "2026-11-01"))
                .toList();
        mondayMorningWithoutAnybodyWorking();
        stories.jdbc().sql("""
                        create function refuse_bad_item() returns trigger language plpgsql as $$ begin
                        if (select invoice_id from open_item where id = new.open_item_id) like '%-R-BAD' then
                        raise 'a row that can not be written'; end if; return new; end $$""").update();
        stories.jdbc()
                .sql(
                        "create trigger bad_item before insert on item_stay for each row execute function refuse_bad_item()")
                .update();
        try {
            assertThat(sweep.run()).isEqualTo(3);
        } finally {
            stories.jdbc().sql("drop function refuse_bad_item cascade").update();
        }
        assertThat(others).allSatisfy(one -> one.stillOwes("50.00"));
        assertThat(story.debtor("Ben").cases()).isEmpty();
        assertThat(sweep.run()).isEqualTo(1);
    }

    /** The database says so the first time, as it does to whom it chooses out of a circle. */
    @Test
    void booksAReturnThatADeadlockBrokeOff() {
        anna.pays("100.00").isSettled();
        stories.jdbc().sql("create sequence returns_tried").update();
        stories.jdbc().sql("""
                        create function break_off_the_first() returns trigger language plpgsql as $$ begin
                        if nextval('returns_tried') = 1 then raise 'deadlock detected' using errcode = '40P01'; end if;
                        return new; end $$""").update();
        stories.jdbc().sql("""
                        create trigger broken_off before insert on payment_return
                        for each row execute function break_off_the_first()""").update();
        try {
            anna.lastPaymentComesBack();
            assertThat(stories.jdbc()
                            .sql("select last_value from returns_tried")
                            .query(Long.class)
                            .single())
                    .isEqualTo(2);
        } finally {
            stories.jdbc().sql("drop function break_off_the_first cascade").update();
            stories.jdbc().sql("drop sequence returns_tried").update();
        }
        anna.stillOwes("100.00");
        assertThat(anna.history()).extracting("kind").containsOnlyOnce("PaymentReturned");
    }

    private UUID accountOf(String invoice) {
        return stories.jdbc()
                .sql("select account_id from open_item where invoice_id = :invoice")
                .param("invoice", story.creditorId() + "-" + invoice)
                .query(UUID.class)
                .single();
    }

    /** As a payment, a return or an import does before anything else. */
    private UUID holdThePersonOf(String invoice) {
        UUID account = accountOf(invoice);
        stories.jdbc().sql("""
                        select d.id from debtor d join account a on a.debtor_id = d.id where a.id = :account
                        for no key update of d""").param("account", account).query(rs -> {});
        return account;
    }

    @Test
    void knowsTheLaterDecisionAlsoWhenItComesFromANodeWhoseClockIsBehind() {
        UUID first = plannedContact();
        UUID later = UUID.fromString(
                "00000000-0000-7000-8000-" + anna.caseNumber().replace("-", "").substring(1) + "00");
        stories.jdbc().sql("""
                        insert into contact (id, case_id, case_number, creditor_id, round, step, purpose, channel, attempt,
                                             tone, style, language, status, not_before, planned_at)
                        select :later, case_id, case_number, creditor_id, round, step, purpose, channel, attempt + 1,
                               tone, style, language, status, not_before, planned_at
                        from contact where id = :first""").param("first", first).param("later", later).update();
        assertThat(outbox.isSuperseded(first)).isTrue();
        assertThat(outbox.isSuperseded(later)).isFalse();
    }

    @Test
    void sendsNothingWhenTheBlockComesFirst() {
        UUID contact = plannedContact();
        mondayMorningWithoutAnybodyWorking();
        CompletableFuture<Void> dispatcher = transaction.execute(status -> {
            stories.blocks()
                    .place(
                            anna.caseNumber(),
                            new dev.kulanz.cases.Blocks.Wanted(
                                    dev.kulanz.cases.BlockReason.MANUAL, null, null, "API", null));
            var dispatching =
                    CompletableFuture.runAsync(() -> stories.dispatcher().dispatch(List.of(contact)));
            awaitAtALock(dispatching);
            return dispatching;
        });
        dispatcher.join();
        story.after(days(20));
        anna.receivedNothing();
    }

    @Test
    void thanksAfterTheReminderWhenTheDispatcherComesFirst() {
        UUID contact = plannedContact();
        mondayMorningWithoutAnybodyWorking();
        CompletableFuture<Void> payment = transaction.execute(status -> {
            stories.dispatcher().dispatch(List.of(contact));
            var paying = CompletableFuture.runAsync(() -> anna.book("100.00", "EUR", null));
            awaitAtALock(paying);
            return paying;
        });
        payment.join();
        story.after(days(30));
        anna.received("2026-11-02 friendly-reminder", "2026-11-02 payment-thanks")
                .isSettled();
    }

    @Test
    void startsTheJourneyOfACaseOnceWhenTwoTry() {
        assertThat(stories.runtime()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(anna.caseNumber())
                        .processDefinitionKey("dunning-journey")
                        .count())
                .isEqualTo(1);
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> stories.pump().runUntilIdle()),
                        CompletableFuture.runAsync(() -> story.debtor("Ben").owes("B-1", "10.00", "2026-10-20")))
                .join();
        assertThat(stories.runtime()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(story.debtor("Ben").caseNumber())
                        .processDefinitionKey("dunning-journey")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void givesUpAMessageThatCannotBePreparedAndWritesAnother() {
        stories.jdbc()
                .sql("update contact set step = 'unheard-of' where id = :id")
                .param("id", plannedContact())
                .update();
        story.until("2026-11-02T08:01");
        ContactView broken = anna.contacts().get(0);
        assertThat(broken.notBefore()).isEqualTo("2026-11-02T07:05:00Z");
        assertThat(broken.reason()).isEqualTo("The message could not be prepared.");
        story.after(days(1));
        assertThat(anna.contacts()).extracting("status").containsExactly(Contact.Status.FAILED, Contact.Status.SENT);
        assertThat(anna.told("ContactFailed").facts()).containsEntry("reason", "The message could not be prepared.");
        anna.received("2026-11-02 friendly-reminder");
        assertThat(anna.lastSent().style()).isEqualTo("plain");
    }

    /** As a dispatcher leaves it that dies after the mail server took the message: sending, its lease run out. */
    private UUID leftByADeadDispatcher() {
        UUID contact = plannedContact();
        mondayMorningWithoutAnybodyWorking();
        stories.jdbc().sql("""
                        update contact set status = 'SENDING', claimed_until = now() - interval '1 second',
                            composed_at = not_before, recipient = 'anna@example.com', pay_by = '2026-11-06' where id = :id""").param("id", contact).update();
        stories.jdbc()
                .sql("""
                        insert into contact_item (contact_id, open_item_id)
                        select :contact, ci.open_item_id from case_item ci
                        join dunning_case k on k.id = ci.case_id where k.number = :number""")
                .param("contact", contact)
                .param("number", anna.caseNumber())
                .update();
        story.after(days(20));
        assertThat(anna.contacts()).extracting("status").containsExactly(Contact.Status.UNKNOWN);
        anna.receivedNothing();
        return contact;
    }

    @Test
    void neverSendsAMessageAgainOfWhichNobodyKnowsWhetherItWentOut() {
        leftByADeadDispatcher();
        story.after(days(60));
        anna.receivedNothing();
        assertThat(anna.told("ContactUnknown").facts()).containsKey("reason");
    }

    @Test
    void goesOnWithTheLadderWhenAPersonFoundThatItWentOut() {
        results.resolve(leftByADeadDispatcher(), true);
        story.after(days(20));
        assertThat(anna.sent()).extracting("step").startsWith("friendly-reminder", "second-reminder");
        assertThat(anna.contacts()).extracting("step").doesNotHaveDuplicates();
    }

    @Test
    void triesTheStepAgainWhenAPersonFoundThatItDidNotGoOut() {
        results.resolve(leftByADeadDispatcher(), false);
        story.after(days(2));
        assertThat(anna.sent()).extracting("step").containsExactly("friendly-reminder");
        assertThat(anna.contacts()).extracting("status").containsExactly(Contact.Status.FAILED, Contact.Status.SENT);
    }

    @Test
    void decidesOnceWhatBecameOfAMessage() {
        UUID contact = leftByADeadDispatcher();
        results.resolve(contact, true);
        Assertions.assertThatThrownBy(() -> results.resolve(contact, false)).hasMessageContaining("is known");
    }

    @Test
    void isThankedWhenPaidWhileTheFateOfTheReminderIsUnknown() {
        leftByADeadDispatcher();
        anna.pays("100.00").isSettled();
        story.after(days(30));
        assertThat(anna.sent()).extracting("step").containsExactly("payment-thanks");
    }
}

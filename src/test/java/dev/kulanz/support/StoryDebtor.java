package dev.kulanz.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.agreements.Promise;
import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.cases.CaseSummary;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.Lifting;
import dev.kulanz.cases.NextAction;
import dev.kulanz.contact.ContactView;
import dev.kulanz.demo.Reaction;
import dev.kulanz.intake.AmountMeaning;
import dev.kulanz.intake.ImportOptions;
import dev.kulanz.intake.ImportResult;
import dev.kulanz.journal.JournalEntry;
import dev.kulanz.payments.PaymentOrder;
import dev.kulanz.payments.ReturnOrder;
import dev.kulanz.shared.BusinessClock;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.task.Task;

/** Somebody who owes, what he does, and everything that he was sent. */
public final class StoryDebtor {

    private static final Pattern TOKEN = Pattern.compile("/pay/[A-Za-z0-9_-]+");

    private final Story story;
    private final String creditorId;
    private final String id;
    private final StoryFile file;
    private String lastPayment;

    StoryDebtor(Story story, String id) {
        this.story = story;
        this.creditorId = story.creditorId();
        this.id = id;
        this.file = new StoryFile(story, id);
    }

    private Stories house() {
        return story.house();
    }

    /** As the creditor calls him. */
    public String id() {
        return id;
    }

    /** A column of the import file says this from now on. */
    public StoryDebtor with(String column, String value) {
        file.with(column, value);
        return this;
    }

    /** He can be written to here. */
    public StoryDebtor livesAt(String street, String postcode, String city) {
        return with("street", street).with("postcode", postcode).with("city", city);
    }

    /** The creditor's file names this invoice of his, in euros. */
    public StoryDebtor owes(String invoice, String amount, String dueDate) {
        return owes(invoice, amount, "EUR", dueDate);
    }

    public StoryDebtor owes(String invoice, String amount, String currency, String dueDate) {
        return named(invoice, amount, currency, dueDate, ImportOptions.CHANGES);
    }

    /** The creditor's list names this invoice of his, in euros, and says what its amounts are. */
    public StoryDebtor owes(String invoice, String amount, String dueDate, AmountMeaning said) {
        return named(
                invoice,
                amount,
                "EUR",
                dueDate,
                new ImportOptions(false, ImportOptions.Mode.CHANGES, false, said, null));
    }

    /** The creditor's file names these parts of an invoice, each as {@code 50.00 2026-10-29}, in euros. */
    public StoryDebtor ofOneInvoiceOwes(String invoice, String... parts) {
        file.namesParts(invoice, parts);
        house().pump().runUntilIdle();
        return this;
    }

    /** The creditor's file names all that is open, and it is this invoice alone: others of his are cleared. */
    public StoryDebtor owesOnly(String invoice, String amount, String dueDate) {
        return named(invoice, amount, "EUR", dueDate, new ImportOptions(false, ImportOptions.Mode.SNAPSHOT, true));
    }

    /** The creditor's file has a row of his that can't be taken. */
    public StoryDebtor isRefused(String invoice, String amount, String dueDate) {
        return isRefused(invoice, amount, dueDate, ImportOptions.CHANGES, CreditorScope.ALL);
    }

    public StoryDebtor isRefused(
            String invoice, String amount, String dueDate, ImportOptions options, CreditorScope scope) {
        file.isRefused(invoice, amount, dueDate, options, scope);
        house().pump().runUntilIdle();
        return this;
    }

    private StoryDebtor named(String invoice, String amount, String currency, String dueDate, ImportOptions options) {
        file.names(invoice, amount, currency, dueDate, options);
        house().pump().runUntilIdle();
        return this;
    }

    /** Whom a dry run of this invoice would have contacted, each as {@code 2026-11-04 second-reminder EMAIL}. */
    public List<String> wouldReceive(String invoice, String amount, String dueDate) {
        return Objects.requireNonNull(file.tries(invoice, amount, dueDate).contacts()).stream()
                .filter(one -> one.debtorId().equals(id))
                .map(one -> one.date() + " " + one.step() + " " + one.channel())
                .toList();
    }

    /** How little he would owe for us to ask for it after this invoice, as a dry run says; each as {@code 2.99 of 3.00 EUR}. */
    public List<String> wouldWait(String invoice, String amount, String dueDate) {
        return Objects.requireNonNull(file.tries(invoice, amount, dueDate).waiting()).stream()
                .filter(one -> one.debtorId().equals(id))
                .map(one -> one.amount() + " of " + one.needed() + " " + one.currency())
                .toList();
    }

    /** What the last file that named him came to. */
    public ImportResult lastImport() {
        return file.lastResult();
    }

    public StoryDebtor pays(String amount) {
        return pays(amount, "EUR", null);
    }

    /** He names the invoice that he wants to pay. */
    public StoryDebtor paysFor(String invoice, String amount) {
        return pays(amount, "EUR", creditorId + "-" + invoice);
    }

    public StoryDebtor pays(String amount, String currency) {
        return pays(amount, currency, null);
    }

    private StoryDebtor pays(String amount, String currency, String invoice) {
        book(amount, currency, invoice);
        house().pump().runUntilIdle();
        return this;
    }

    /** Books a payment and does nothing of what follows from it. */
    public void book(String amount, String currency, String invoice) {
        lastPayment = UUID.randomUUID().toString();
        house().payments()
                .book(
                        new PaymentOrder(
                                lastPayment,
                                creditorId,
                                id,
                                invoice,
                                new BigDecimal(amount),
                                currency,
                                house().clock().today(),
                                null),
                        CreditorScope.ALL);
    }

    /** The bank takes his last payment back today. */
    public StoryDebtor lastPaymentComesBack() {
        house().returns().book(new ReturnOrder(creditorId, lastPayment(), null, "AM04"), CreditorScope.ALL);
        house().pump().runUntilIdle();
        return this;
    }

    /** The number that his last payment has in the creditor's books. */
    public String lastPayment() {
        return Objects.requireNonNull(lastPayment);
    }

    /** He promises another system to pay this much, in the currency of his case, by this day. */
    public StoryDebtor promises(String amount, String day) {
        promisesUnnoticed(amount, day);
        house().pump().runUntilIdle();
        return this;
    }

    /** He promises, and nothing is done of what follows from it. */
    public void promisesUnnoticed(String amount, String day) {
        house().promises().make(caseNumber(), new BigDecimal(amount), LocalDate.parse(day), Promise.Source.API);
    }

    /** What he promised in his latest case and what became of it, each as {@code 100.00 by 2026-11-20: KEPT}. */
    public List<String> promised() {
        return house().promises().ofCase(cases().get(cases().size() - 1).id()).stream()
                .map(one -> one.amount() + " by " + one.promisedOn() + ": " + one.status())
                .toList();
    }

    /** What he does when the creditor calls him, one thing after the other; the last for all calls that follow. */
    public StoryDebtor atThePhone(String number, Reaction... reactions) {
        house().phones().script(creditorId, number, reactions);
        return this;
    }

    /** Messages to his address come back from now on. */
    public StoryDebtor addressFails() {
        house().jdbc()
                .sql("""
                        update contact_point set status = 'FAILED', updated_at = :now where kind = 'EMAIL' and debtor_id = (
                            select id from debtor where creditor_id = :creditor and external_id = :id)""")
                .param("now", Timestamp.from(house().clock().instant()))
                .param("creditor", creditorId)
                .param("id", id)
                .update();
        return this;
    }

    /** In place of his ladder a call task begins, as a ladder would call it behind the second reminder. */
    public StoryDebtor isDueForACall() {
        wasToldOfTheSecondReminder();
        house().runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber())
                .list()
                .forEach(one -> house().runtime().deleteProcessInstance(one.getId(), "the call takes its place"));
        house().runtime().startProcessInstanceByKey("voicebot-call", caseNumber(), Map.of("step", "voicebot-call"));
        house().pump().runUntilIdle();
        return this;
    }

    private void wasToldOfTheSecondReminder() {
        DunningCase of = house().cases().get(caseNumber());
        List<UUID> items = house().jdbc()
                .sql("select open_item_id from case_item where case_id = :case")
                .param("case", of.id())
                .query(UUID.class)
                .list();
        house().cases().told(of, "second-reminder", new Cases.Told(UUID.randomUUID(), "EMAIL", null), items);
    }

    /** All of his case is blocked, until it is lifted. */
    public StoryDebtor isBlocked(BlockReason reason) {
        return blocked(new Blocks.Wanted(reason, null, null, "API", null));
    }

    /** All of his case is blocked, this day included. */
    public StoryDebtor isBlockedUntil(String day) {
        return blocked(new Blocks.Wanted(BlockReason.MANUAL, null, LocalDate.parse(day), "API", null));
    }

    /** He says that something is wrong with all of it, and that is to be cleared up by this day. */
    public StoryDebtor disputesUntil(String day) {
        return blocked(new Blocks.Wanted(BlockReason.DISPUTE, null, LocalDate.parse(day), "API", null));
    }

    public StoryDebtor isBlockedFor(String invoice) {
        return blocked(new Blocks.Wanted(BlockReason.DISPUTE, creditorId + "-" + invoice, null, "API", null));
    }

    private StoryDebtor blocked(Blocks.Wanted wanted) {
        house().blocks().place(caseNumber(), wanted);
        house().pump().runUntilIdle();
        return this;
    }

    /** All blocks of his case are lifted, and what stands behind them ends. */
    public StoryDebtor isFreed() {
        assertThat(blocks()).isNotEmpty();
        house().lifting().liftAll(caseNumber(), null, Lifting.Decision.END);
        house().pump().runUntilIdle();
        return this;
    }

    /** Everything that he was ever sent, over all his cases, each as {@code 2026-11-02 friendly-reminder}, in order. */
    public StoryDebtor received(String... dayAndStep) {
        assertThat(sent().stream().map(StoryDebtor::dayAndStep)).containsExactly(dayAndStep);
        return this;
    }

    public StoryDebtor receivedNothing() {
        return received();
    }

    /** Everything that went out to him, in order. */
    public List<ContactView> sent() {
        return contacts().stream()
                .filter(contact -> contact.sentAt() != null)
                .sorted(Comparator.comparing(ContactView::sentAt))
                .toList();
    }

    /** Every decision to contact him, in order. */
    public List<ContactView> contacts() {
        return cases().stream()
                .flatMap(one -> house().contacts().ofCase(one.id()).stream())
                .toList();
    }

    public ContactView lastSent() {
        List<ContactView> sent = sent();
        assertThat(sent).as("what was sent to " + id).isNotEmpty();
        return sent.get(sent.size() - 1);
    }

    /** The text of the last message, as {@link #textOf} shows it. */
    public String lastBody() {
        return textOf(lastSent());
    }

    /**
     * The text of a message. A space that keeps an amount on one line is shown as a plain one, and the random part of a
     * link is left out: it may contain any short word that a test looks for in vain.
     */
    public static String textOf(ContactView contact) {
        return TOKEN.matcher(Objects.requireNonNull(contact.body()))
                .replaceAll("/pay/…")
                .replace('\u00a0', ' ');
    }

    /** The path of the payment page that the last message leads to. */
    public String lastLink() {
        Matcher link = TOKEN.matcher(Objects.requireNonNull(lastSent().body()));
        assertThat(link.find()).as("a link in the last message to " + id).isTrue();
        return link.group();
    }

    private static String dayAndStep(ContactView contact) {
        return LocalDate.ofInstant(Objects.requireNonNull(contact.sentAt()), BusinessClock.ZONE) + " " + contact.step();
    }

    /** When the last message went out, in Berlin. */
    public LocalDateTime lastSentAt() {
        return LocalDateTime.ofInstant(Objects.requireNonNull(lastSent().sentAt()), BusinessClock.ZONE);
    }

    /** His cases, the oldest first. */
    public List<DunningCase> cases() {
        return house().jdbc()
                .sql("""
                        select k.* from dunning_case k join debtor d on d.id = k.debtor_id
                        where d.creditor_id = :creditor and d.external_id = :id order by k.number""")
                .param("creditor", creditorId)
                .param("id", id)
                .query(DunningCase.class)
                .list();
    }

    /** The number of his only or latest case. */
    public String caseNumber() {
        List<DunningCase> cases = cases();
        assertThat(cases).as("cases of " + id).isNotEmpty();
        return cases.get(cases.size() - 1).number();
    }

    /** His only or latest case as it stands. */
    public CaseSummary summary() {
        return house().search().of(house().cases().get(caseNumber()));
    }

    public StoryDebtor isSettled() {
        assertThat(cases()).isNotEmpty().allMatch(one -> one.status() == DunningCase.Status.SETTLED);
        assertThat(nextAction()).isNull();
        assertThat(isOnTheWay()).as("an instance of a settled case").isFalse();
        return this;
    }

    /** His case is open with this amount. */
    public StoryDebtor stillOwes(String amount) {
        assertThat(summary().status()).isEqualTo(DunningCase.Status.OPEN);
        assertThat(summary().openAmount()).isEqualByComparingTo(amount);
        return this;
    }

    /** What happens next in his case, in words; null if nothing does. */
    public String nextAction() {
        NextAction next = house().nextActions().of(List.of(caseNumber())).get(caseNumber());
        return next == null ? null : next.what();
    }

    /** The blocks that hold today in his case, also those of single invoices. */
    public List<CaseBlock> blocks() {
        return house().blocks().active(house().cases().get(caseNumber()));
    }

    /** Whether his case is blocked today. */
    public boolean isBlockedNow() {
        return house().blocks().isBlocked(house().cases().get(caseNumber()));
    }

    /** How many promises of his are followed up at this moment. */
    public long followedUp() {
        return house().runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber())
                .processDefinitionKey("promise-follow-up")
                .count();
    }

    /** Whether a process instance is still about his case. */
    public boolean isOnTheWay() {
        return house().runtime()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber())
                        .count()
                > 0;
    }

    /** The open task of his case; null if there is none. */
    public Task task() {
        return house().tasks()
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber())
                .initializeFormKeys()
                .singleResult();
    }

    /** A clerk completes the open task by its form, with these answers. */
    public StoryDebtor taskCompleted(Map<String, Object> answers) {
        house().forms().submitTaskForm(task().getId(), answers);
        house().pump().runUntilIdle();
        return this;
    }

    /** The story of his latest case, as the journal tells it. */
    public List<JournalEntry> history() {
        return house().journal().ofCase(caseNumber(), 0, 500);
    }

    /** The last entry of this kind in his case's story. */
    public JournalEntry told(String kind) {
        return history().stream()
                .filter(entry -> entry.kind().equals(kind))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("The story does not tell of " + kind));
    }
}

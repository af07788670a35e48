package dev.kulanz.contact;

import dev.kulanz.receivables.Creditor;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.receivables.Representative;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, before it is put into words.
 *
 * @param division what it is about; the items of a service message stand together
 * @param payBy until when to pay the main items; null in a service message
 * @param defaultSince since when he is in default with all of the main items; null where that is not known
 * @param about what it is about besides what is owed
 * @param instead who is written to in the debtor's place; null: the debtor himself
 * @param today up to when payments are taken into account
 * @param rests items whose amount is what the creditor said is left of them: all that is known is what is open
 */
record MessageContent(
        Contact contact,
        Creditor creditor,
        Debtor debtor,
        Division division,
        String currency,
        @Nullable LocalDate payBy,
        @Nullable LocalDate defaultSince,
        String reference,
        Occasion about,
        LocalDate today,
        @Nullable Representative instead,
        Set<UUID> rests) {

    private static final Occasion.Receipt NOTHING_CAME = new Occasion.Receipt(null, null, null);

    private static final Set<Step> NAME_A_PAYMENT =
            EnumSet.of(Step.PROMISE_CONFIRMATION, Step.PROMISE_REMINDER, Step.PAYMENT_RETURNED);

    /** The items that stand at the message's own level: what it says of its step holds for these alone. */
    public List<ItemBalance> items() {
        return division.main();
    }

    /** What else is asked for, at other levels. */
    public List<Division.Part> parts() {
        return division.parts();
    }

    /** Of the main items. */
    public BigDecimal total() {
        return division.ofMain();
    }

    /** All that is asked for, in every part; who pays it in time has settled what the message is about. */
    public BigDecimal whole() {
        return division.whole();
    }

    /** What can be transferred: all that is asked for, or what is left of that which the occasion names: never more than is owed. */
    public BigDecimal payable() {
        if (isDemand()) {
            return whole();
        }
        BigDecimal named = NAME_A_PAYMENT.contains(contact.what()) ? about.amount() : null;
        if (named == null) {
            return BigDecimal.ZERO;
        }
        if (!about.opened().isEmpty()) {
            return openedOfItems();
        }
        BigDecimal left = Objects.requireNonNullElse(about.left(), named);
        return items().isEmpty() ? left : left.min(total());
    }

    /** What came of what it is about. */
    Occasion.Receipt receipt() {
        return Objects.requireNonNullElse(about.receipt(), NOTHING_CAME);
    }

    /** Whether a part of what was promised came, and the message asks for the rest. */
    boolean namesAPart() {
        BigDecimal paid = receipt().paid();
        return isDemand() && paid != null && paid.signum() > 0;
    }

    /** What a return opened again of the items that are asked for now. */
    private BigDecimal openedOfItems() {
        return items().stream()
                .map(item -> about.opened().getOrDefault(item.id(), BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The same where it is less than the occasion's amount, which the message names as well; null if not, or if it is nothing. */
    @Nullable BigDecimal lessPayable() {
        return about.amount() == null ? null : payableIfLessThan(about.amount());
    }

    /** What a return opened again in all, due or not; null if it is about none. */
    @Nullable BigDecimal opened() {
        return contact.what() == Step.PAYMENT_RETURNED ? about.left() : null;
    }

    /** What can be transferred where it is less than that; else null. */
    @Nullable BigDecimal payableOfOpened() {
        BigDecimal opened = opened();
        return opened == null ? null : payableIfLessThan(opened);
    }

    private @Nullable BigDecimal payableIfLessThan(BigDecimal named) {
        return isPayable() && payable().compareTo(named) < 0 ? payable() : null;
    }

    /**
     * What an agency may charge for it, with value added tax where the creditor can't deduct it: known for consumers in
     * Germany and claims in euros.
     */
    Optional<BigDecimal> collectionFee() {
        boolean consumer = debtor.type() == Debtor.Type.CONSUMER;
        return consumer && debtor.country().equals("DE") && currency.equals("EUR")
                ? CollectionFee.most(total(), !creditor.deductsInputTax())
                : Optional.empty();
    }

    public boolean isDemand() {
        return contact.purpose() == Purpose.DEMAND;
    }

    public boolean isPayable() {
        return payable().signum() > 0;
    }

    /** A notice tells of each item what was asked, paid and is open. */
    public boolean isNotice() {
        return contact.what() == Step.DUNNING_NOTICE || contact.what() == Step.FINAL_NOTICE;
    }

    /** Whom the greeting names: in a business the person in charge; null if none is known, for nobody greets a firm. */
    public @Nullable String addressee() {
        if (instead != null) {
            return instead.name();
        }
        if (debtor.contactName() != null && !debtor.contactName().isBlank()) {
            return debtor.contactName();
        }
        return debtor.type() == Debtor.Type.BUSINESS ? null : debtor.name();
    }

    public String accountHolder() {
        Creditor.Account account = creditor.mainAccount();
        return account == null || account.name() == null ? creditor.name() : account.name();
    }

    /** Who writes and how to reach him, a line each. */
    public List<String> sender() {
        List<String> lines = new ArrayList<>();
        lines.add(creditor.name());
        add(lines, creditor.street());
        add(lines, LetterPlaces.town(creditor.postcode(), creditor.city()));
        add(lines, creditor.phone());
        add(lines, creditor.email());
        add(lines, creditor.website());
        add(lines, creditor.legalNotice());
        return lines;
    }

    /** How to pay by transfer, a line each; only the reference if the creditor's account is not known. */
    public String transferBlock(ReaderFormat format) {
        List<String> lines = new ArrayList<>();
        Creditor.Account account = creditor.mainAccount();
        if (account != null) {
            lines.add(format.words(isDemand() ? "transfer.lead" : "transfer.only"));
            lines.add(format.words("transfer.name") + ": " + accountHolder());
            lines.add(format.words("transfer.iban") + ": " + format.iban(account.iban()));
        }
        lines.add(format.words("transfer.reference") + ": " + reference);
        lines.add(format.words("transfer.amount") + ": " + format.money(payable()));
        return String.join("\n", lines);
    }

    public String senderBlock() {
        return String.join("\n", sender());
    }

    /** An item in one line: its invoice and what is known of it. */
    public String label(ItemBalance item, ReaderFormat format) {
        return name(item, format) + " (" + detail(item, format) + ")";
    }

    public String name(ItemBalance item, ReaderFormat format) {
        String invoice = item.invoiceDate() == null
                ? format.words("item", item.invoiceId())
                : format.words("item.dated", item.invoiceId(), format.day(item.invoiceDate()));
        return item.isPart() ? invoice + instalment(item, format) : invoice;
    }

    /** A number that the creditor never gave would be another one in his books: then the due date beside it tells the part. */
    private static String instalment(ItemBalance item, ReaderFormat format) {
        return item.givenInstalment() == null
                ? format.words("item.instalment.unnumbered")
                : format.words("item.instalment", item.givenInstalment());
    }

    public String detail(ItemBalance item, ReaderFormat format) {
        String due = format.words("item.due", format.day(item.dueDate()));
        String subject = item.subject() == null || item.subject().isBlank() ? "" : item.subject() + ", ";
        boolean told = isNotice() || item.openAmount().compareTo(item.originalAmount()) < 0;
        return subject + due + (told ? ", " + amounts(item, format) : "");
    }

    /** Whether what the item was for, and what was paid of it before it came here, is not known. */
    public boolean isRest(ItemBalance item) {
        return rests.contains(item.id());
    }

    /** Nobody is told to have paid what was credited to him, nor to have paid nothing where that is not known. */
    private String amounts(ItemBalance item, ReaderFormat format) {
        if (isRest(item)) {
            return format.words("item.rest", format.money(item.openAmount()));
        }
        String original = format.money(item.originalAmount());
        String paid = format.money(item.paidAmount());
        String credited = format.money(item.creditedAmount());
        if (item.creditedAmount().signum() == 0) {
            return format.words("item.amounts", original, paid);
        }
        return item.paidAmount().signum() == 0
                ? format.words("item.amounts.only-credited", original, credited)
                : format.words("item.amounts.credited", original, paid, credited);
    }

    /** What is said of the items of a part, before they are named. */
    public String lead(Division.Part part, ReaderFormat format) {
        String plain = contact.style().equals("plain") ? ".plain" : "";
        return format.words("part." + part.level().word() + plain);
    }

    /** What is asked for in a part. */
    public String ask(Division.Part part, ReaderFormat format) {
        return format.words("part.ask", format.money(part.total()), format.day(part.payBy()));
    }

    /** What all parts come to. */
    public String wholeLine(ReaderFormat format) {
        return format.words("part.whole", format.money(whole()));
    }

    private static void add(List<String> lines, @Nullable String line) {
        if (line != null && !line.isBlank()) {
            lines.add(line);
        }
    }
}

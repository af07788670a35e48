package dev.kulanz.journey;

import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.cases.CaseItems;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.contact.LetterWriting;
import dev.kulanz.journey.HandoverSheet.Sheet;
import dev.kulanz.journey.model.TaskForm;
import dev.kulanz.receivables.Creditor;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.Debtors;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.shared.Amounts;
import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a case worker sees of a case beside a task: whom it is about, what is open, where the whole story stands. */
@Component
class TaskFacts {

    private static final int BANK_DAYS_TO_DO_IT = 2;
    private static final LocalTime END_OF_WORK = LocalTime.of(17, 0);

    private final Cases cases;
    private final Debtors debtors;
    private final Creditors creditors;
    private final CaseItems items;
    private final Blocks blocks;
    private final HandoverSheet handover;
    private final BusinessCalendar calendar;
    private final BusinessClock clock;
    private final String publicUrl;

    TaskFacts(
            Cases cases,
            Debtors debtors,
            Creditors creditors,
            CaseItems items,
            Blocks blocks,
            HandoverSheet handover,
            BusinessCalendar calendar,
            BusinessClock clock,
            @Value("${kulanz.public-url:}") String publicUrl) {
        this.cases = cases;
        this.debtors = debtors;
        this.creditors = creditors;
        this.items = items;
        this.blocks = blocks;
        this.handover = handover;
        this.calendar = calendar;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /**
     * The facts as Markdown, as Camunda Forms show it; not longer than a variable of the engine may be.
     *
     * @param formId the form that shows them: that of a hand-over shows more
     */
    String markdown(String caseNumber, @Nullable String formId) {
        return markdown(caseNumber, sheet(caseNumber, formId));
    }

    private String markdown(String caseNumber, @Nullable Sheet sheet) {
        Function<Room, Markdown> facts = facts(caseNumber);
        return sheet == null
                ? Room.filled(facts)
                : Room.filled(room -> Markdown.paragraphs(List.of(facts.apply(room), sheet.written(room))));
    }

    private @Nullable Sheet sheet(String caseNumber, @Nullable String formId) {
        boolean isHandover = TaskForm.RELEASE_HANDOVER.formId().equals(formId)
                || TaskForm.CONFIRM_HANDOVER.formId().equals(formId);
        return isHandover ? handover.of(caseNumber) : null;
    }

    /** What the facts are at this moment, in few characters: others where anything of them has changed. */
    String mark(String caseNumber, @Nullable String formId) {
        return mark(markdown(caseNumber, formId));
    }

    private static String mark(String markdown) {
        return UUID.nameUUIDFromBytes(markdown.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Everything that a task shows of its case, by the name under which it is kept with the task. */
    Map<String, String> texts(String caseNumber, @Nullable String formId) {
        Sheet sheet = sheet(caseNumber, formId);
        Map<String, String> texts = new HashMap<>(inShort(caseNumber));
        String markdown = markdown(caseNumber, sheet);
        texts.put(TaskForm.FACTS, markdown);
        texts.put(TaskForm.FACTS_MARK, mark(markdown));
        if (sheet != null) {
            texts.put(TaskForm.READINESS, sheet.inShort());
        }
        return texts;
    }

    /** Looked up once, and then written as there is room. */
    private record Facts(
            DunningCase of,
            Debtor debtor,
            String creditor,
            Optional<LetterWriting.Obstacle> noLetter,
            List<ItemBalance> open,
            List<CaseBlock> blocks) {}

    private Function<Room, Markdown> facts(String caseNumber) {
        DunningCase of = cases.get(caseNumber);
        Debtor debtor = debtors.get(of.debtorId());
        Creditor creditor = creditors.get(of.creditorId());
        Facts facts = new Facts(
                of,
                debtor,
                creditor.name(),
                Optional.of(debtor)
                        .filter(Debtor::hasAddress)
                        .flatMap(to -> LetterWriting.obstacle(creditor, to, items.demandable(of))),
                items.all(of.id()).stream().filter(ItemBalance::isOpen).toList(),
                blocks.active(of));
        return room -> written(facts, room);
    }

    private Markdown written(Facts facts, Room room) {
        DunningCase of = facts.of();
        Debtor debtor = facts.debtor();
        List<ItemBalance> open = facts.open();
        List<Markdown> parts = new ArrayList<>();
        parts.add(Markdown.of("### %s", room.shortened(debtor.name())));
        parts.add(Markdown.of("%s", address(debtor, room)));
        parts.add(Markdown.of(
                "**%s %s** · %s · %s",
                Amounts.plain(CaseItems.sum(open), of.currency()),
                of.currency(),
                room.shortened(facts.creditor()),
                Markdown.link(of.number(), publicUrl + "/cases/" + of.number())));
        facts.noLetter().ifPresent(obstacle -> parts.add(Markdown.of("%s", noLetter(obstacle))));
        facts.blocks()
                .forEach(block -> parts.add(Markdown.of(
                        "**Paused** (%s, %s)%s",
                        block.reason(), block.scope(), block.until() == null ? "" : " until " + block.until())));
        parts.add(room.list(open.stream()
                .map(item -> Markdown.of(
                        "%s: %s %s, due %s",
                        room.shortened(item.invoiceId()),
                        Amounts.plain(item.openAmount(), of.currency()),
                        of.currency(),
                        item.dueDate()))
                .toList()));
        return Markdown.paragraphs(parts);
    }

    /** Why there is no letter: each reason is mended by somebody else. */
    private static String noLetter(LetterWriting.Obstacle obstacle) {
        return switch (obstacle) {
            case SENDER ->
                "No letter to anybody: ours can't show something that the creditor says of itself. Please correct its settings. / Kein Brief, an niemanden: Unsere Briefe können eine Angabe des Gläubigers über sich selbst nicht zeigen. Bitte seine Einstellungen berichtigen.";
            case NAME ->
                "No letter: ours can't show the name. / Kein Brief: Unsere Briefe können den Namen nicht zeigen.";
            case ADDRESS ->
                "No letter: ours can't show the address. / Kein Brief: Unsere Briefe können die Anschrift nicht zeigen.";
            case NO_ROOM ->
                "No letter: the address finds no room in the window of the envelope. / Kein Brief: Die Anschrift passt nicht in das Fenster des Umschlags.";
            case INVOICE ->
                "No letter: ours can't show the customer number or something of an invoice. / Kein Brief: Unsere Briefe können die Kundennummer oder etwas an einer Rechnung nicht zeigen.";
        };
    }

    private Map<String, String> inShort(String caseNumber) {
        DunningCase of = cases.get(caseNumber);
        return Map.of(
                TaskForm.DEBTOR, debtors.get(of.debtorId()).name(),
                TaskForm.OPEN_AMOUNT, Amounts.plain(cases.openAmount(of), of.currency()) + " " + of.currency(),
                TaskForm.CASE_NUMBER, of.number());
    }

    /** More money, more urgent: 25 below 50, 50 below 250, 75 below 1,000, else 100. */
    int priority(String caseNumber) {
        BigDecimal open = cases.openAmount(cases.get(caseNumber));
        return Stream.of(50, 250, 1000)
                        .filter(limit -> open.compareTo(BigDecimal.valueOf(limit)) >= 0)
                        .mapToInt(limit -> 25)
                        .sum()
                + 25;
    }

    /** Until when a task should be done: the end of the second bank day from now. */
    Instant due() {
        return calendar.plusBankDays(clock.today(), BANK_DAYS_TO_DO_IT)
                .atTime(END_OF_WORK)
                .atZone(BusinessClock.ZONE)
                .toInstant();
    }

    private static String address(Debtor debtor, Room room) {
        return Stream.of(debtor.street(), debtor.postcode(), debtor.city())
                .filter(Objects::nonNull)
                .map(room::shortened)
                .reduce((one, other) -> one + ", " + other)
                .orElse("no address");
    }
}

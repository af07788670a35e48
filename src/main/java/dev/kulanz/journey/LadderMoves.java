package dev.kulanz.journey;

import dev.kulanz.agreements.PromiseConcluded;
import dev.kulanz.cases.BlockLifted;
import dev.kulanz.cases.BlockPlaced;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.CasesOpened;
import dev.kulanz.cases.DueDatesMoved;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.contact.Contact;
import dev.kulanz.contact.ContactConcluded;
import dev.kulanz.contact.Outbox;
import dev.kulanz.intake.RemindersTakenOver;
import dev.kulanz.receivables.BalancesChanged;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notices when a ladder no longer stands where its case does: the oldest item was paid or is disputed, or a long pause
 * has ended, or a due date moved.
 */
@Component
class LadderMoves {

    private final JdbcClient jdbc;
    private final Signals signals;
    private final Cases cases;
    private final Ladders ladders;
    private final Standings standings;
    private final Outbox outbox;
    private final OpenTasks tasks;

    LadderMoves(
            JdbcClient jdbc,
            Signals signals,
            Cases cases,
            Ladders ladders,
            Standings standings,
            Outbox outbox,
            OpenTasks tasks) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.signals = signals;
        this.cases = cases;
        this.ladders = ladders;
        this.standings = standings;
        this.outbox = outbox;
    }

    /** Cases on their ladder in which an item is paid that is as old as the oldest open one, or older. */
    @EventListener
    void on(BalancesChanged event) {
        jdbc.sql("""
                        select k.number from dunning_case k
                        where k.account_id = any(:accounts) and k.status = 'OPEN' and k.step is not null
                          and (select min(b.due_date) from case_item ci join item_balance b on b.id = ci.open_item_id
                               where ci.case_id = k.id and b.open_amount <= 0)
                           <= (select min(b.due_date) from case_item ci join item_balance b on b.id = ci.open_item_id
                               where ci.case_id = k.id and b.open_amount > 0)""")
                .param("accounts", event.accountIds().toArray(UUID[]::new))
                .query(String.class)
                .list()
                .forEach(number -> signals.write(Message.STANDING_CHANGED, number, Map.of()));
    }

    /** Cases on their ladder whose oldest open item came after they had begun: it may stand elsewhere. */
    @EventListener
    void on(CasesOpened event) {
        jdbc.sql("""
                        select k.number from dunning_case k
                        where k.account_id = any(:accounts) and k.status = 'OPEN' and k.step is not null
                          and k.opened_at < (
                            select ci.joined_at from case_item ci join item_balance b on b.id = ci.open_item_id
                            where ci.case_id = k.id and b.open_amount > 0 order by b.due_date, b.invoice_id limit 1)""")
                .param("accounts", event.accountIds().toArray(UUID[]::new))
                .query(String.class)
                .list()
                .forEach(number -> signals.write(Message.STANDING_CHANGED, number, Map.of()));
    }

    /** The ladder may have to go further than it has come. */
    @EventListener
    void on(RemindersTakenOver event) {
        jdbc.sql("""
                        select number from dunning_case
                        where account_id = any(:accounts) and status = 'OPEN' and journey is not null""")
                .param("accounts", event.accountIds().toArray(UUID[]::new))
                .query(String.class)
                .list()
                .forEach(number -> signals.write(Message.LADDER_ASTRAY, number, Map.of()));
    }

    /** Cases on their ladder with an item that is due on another day than before. */
    @EventListener
    void on(DueDatesMoved event) {
        signals.writeAll(
                Message.DUE_DATE_MOVED,
                jdbc.sql("""
                        select distinct k.number from case_item ci join dunning_case k on k.id = ci.case_id
                        where ci.open_item_id = any(:items) and k.status = 'OPEN' and k.journey is not null""")
                        .param("items", event.itemIds().toArray(UUID[]::new))
                        .query(String.class)
                        .list());
    }

    /** What was on its way when the ladder may have turned has gone out: the case need not stand where it says. */
    @EventListener
    void on(ContactConcluded event) {
        boolean wasOnItsWay = event.contact().overtaken() || event.contact().status() == Contact.Status.UNKNOWN;
        if (wasOnItsWay && event.outcome() == ContactConcluded.Outcome.SENT) {
            signals.write(Message.STANDING_CHANGED, event.contact().caseNumber(), Map.of());
        }
    }

    @EventListener
    void on(BlockPlaced event) {
        if (event.block().scope() == CaseBlock.Scope.ITEM) {
            signals.write(Message.STANDING_CHANGED, event.on().number(), Map.of());
        }
    }

    /** Before the step that waits for the block hears of it: friendly words may have to come first. */
    @EventListener
    @Order(0)
    void on(BlockLifted event) {
        signals.write(Message.STANDING_CHANGED, event.on().number(), Map.of());
    }

    @EventListener
    @Order(0)
    void on(PromiseConcluded event) {
        signals.write(Message.STANDING_CHANGED, event.promise().caseNumber(), Map.of());
    }

    /**
     * Makes the ladder ready to look again where its case stands, if it has to; holds the case's lock.
     *
     * @param isAstray it is known that it has to
     * @return false if the ladder may stay where it is
     */
    boolean prepare(String caseNumber, boolean isAstray) {
        DunningCase of = cases.get(caseNumber);
        return prepare(of, ladder -> isAstray || standings.hasChanged(of, ladder));
    }

    /** The same after a due date moved. A person keeps the task that he has, if the case stands where it stood and is due. */
    boolean prepareAfterMove(String caseNumber) {
        DunningCase of = cases.get(caseNumber);
        return prepare(
                of,
                ladder ->
                        !tasks.areAny(caseNumber) || standings.hasChanged(of, ladder) || standings.isEarly(of, ladder));
    }

    private boolean prepare(DunningCase of, Predicate<Ladder> hasTo) {
        boolean turns = of.isOpen() && ladders.of(of).filter(hasTo).isPresent();
        if (turns) {
            outbox.cancelDemands(of, "the case stands at another step now");
        }
        return turns;
    }
}

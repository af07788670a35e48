package dev.kulanz.intake;

import dev.kulanz.cases.AccountsLookedAt;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DueDatesMoved;
import dev.kulanz.cases.OverdueSweep;
import dev.kulanz.cases.PersonCases;
import dev.kulanz.receivables.BalancesChanged;
import dev.kulanz.receivables.CompleteListTaken;
import dev.kulanz.receivables.ListKept;
import java.util.Collection;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** After an import overdue accounts become cases, and cases of which nothing is left are settled. */
@Component
class OpenAndSettle implements AfterImport {

    private final OverdueSweep overdue;
    private final Cases cases;
    private final PersonCases persons;
    private final TakeOver takeOver;
    private final ApplicationEventPublisher events;

    OpenAndSettle(
            OverdueSweep overdue,
            Cases cases,
            PersonCases persons,
            TakeOver takeOver,
            ApplicationEventPublisher events) {
        this.overdue = overdue;
        this.cases = cases;
        this.persons = persons;
        this.takeOver = takeOver;
        this.events = events;
    }

    @Override
    public void accountsChanged(Collection<UUID> accountIds) {
        events.publishEvent(new BalancesChanged(accountIds));
        cases.settlePaid(accountIds);
        overdue.run(accountIds);
        takeOver.hold(accountIds);
    }

    @Override
    public void personsBlocked(Collection<UUID> blockIds) {
        persons.placed(blockIds);
    }

    @Override
    public void personsFreed(Collection<UUID> blockIds) {
        persons.ended(blockIds);
    }

    @Override
    public void accountsLookedAt(Collection<UUID> accountIds) {
        events.publishEvent(new AccountsLookedAt(accountIds));
    }

    @Override
    public void accountsTried(Collection<UUID> accountIds) {
        accountsChanged(accountIds);
        takeOver.take(accountIds);
    }

    @Override
    public void completeListTaken(Collection<String> creditorIds) {
        events.publishEvent(new CompleteListTaken(creditorIds));
    }

    @Override
    public void committed() {
        takeOver.run();
        events.publishEvent(new ListKept());
    }

    @Override
    public void dueDatesMoved(Collection<UUID> itemIds) {
        events.publishEvent(new DueDatesMoved(itemIds));
    }

    @Override
    public void remindersTakenOver(Collection<UUID> accountIds) {
        events.publishEvent(new RemindersTakenOver(accountIds));
    }
}

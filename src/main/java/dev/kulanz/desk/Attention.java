package dev.kulanz.desk;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.cases.CaseSearch;
import dev.kulanz.cases.CaseSearch.Mark;
import dev.kulanz.cases.FollowUps;
import dev.kulanz.contact.Contacts;
import dev.kulanz.journey.Operations;
import dev.kulanz.journey.StalledCases;
import dev.kulanz.orders.HeldItems;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.watch.Alarms;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * What needs a person's attention: failed work, messages of unknown fate, creditors that are not complete, models that fell behind; and
 * the cases in which somebody is late or let down. Each of those is counted as the list of cases behind its link finds them.
 */
@Component
class Attention {

    private final Operations operations;
    private final Contacts contacts;
    private final StalledCases stalled;
    private final Creditors creditors;
    private final CaseSearch search;
    private final FollowUps followUps;
    private final Sending sending;
    private final HeldItems holds;
    private final Alarms alarms;

    Attention(
            Operations operations,
            Contacts contacts,
            StalledCases stalled,
            Creditors creditors,
            CaseSearch search,
            FollowUps followUps,
            Sending sending,
            HeldItems holds,
            Alarms alarms) {
        this.holds = holds;
        this.alarms = alarms;
        this.sending = sending;
        this.search = search;
        this.followUps = followUps;
        this.operations = operations;
        this.contacts = contacts;
        this.stalled = stalled;
        this.creditors = creditors;
    }

    /**
     * How much of each there is.
     *
     * @param incidents work that failed, journeys that could not be started
     * @param stalled cases without a next action, also those of the incidents
     * @param incomplete creditors for whom nothing is sent
     * @param modelWarnings what was to be said of the models in force
     * @param cannotStart cases whose journey was to begin, and could not yet
     * @param overdueTasks cases in which a task should have been done by now
     * @param followUps cases that somebody wanted to look at again, today or before
     * @param brokenPromises cases whose last promise was not kept, and nothing that holds them came of it since
     * @param heldItems invoices that are held back, and at which somebody is to look by now
     * @param sending what messages have to wait for
     * @param alarms what operators are told of and has no other line here
     * @param nobodyTold no operator is told of anything
     */
    record Summary(
            long incidents,
            long stalled,
            long unknown,
            List<Creditors.Listed> incomplete,
            List<String> newerModels,
            int modelWarnings,
            long cannotStart,
            long overdueTasks,
            long followUps,
            long brokenPromises,
            long heldItems,
            Sending.Summary sending,
            List<Alarms.Shown> alarms,
            boolean nobodyTold) {

        public boolean isCalm() {
            return incidents == 0
                    && stalled == 0
                    && unknown == 0
                    && incomplete.isEmpty()
                    && newerModels.isEmpty()
                    && modelWarnings == 0
                    && cannotStart == 0
                    && overdueTasks == 0
                    && followUps == 0
                    && brokenPromises == 0
                    && heldItems == 0
                    && sending.isCalm()
                    && alarms.isEmpty()
                    && !nobodyTold;
        }
    }

    /** What takes long to count among many cases; see {@link Summary}. */
    record Counted(long stalled, long cannotStart, long overdueTasks, long brokenPromises, long heldItems) {}

    Counted counted(CreditorScope scope) {
        return new Counted(
                stalled.count(scope),
                search.count(scope, Mark.CANNOT_START),
                search.count(scope, Mark.TASK_OVERDUE),
                search.count(scope, Mark.PROMISE_BROKEN),
                holds.due(scope));
    }

    /**
     * What is known at once is of this moment.
     *
     * @param isAdmin whether he can do something about who is told of alarms
     */
    Summary of(CreditorScope scope, Counted counted, boolean isAdmin, Locale locale) {
        return new Summary(
                operations.countIncidents(scope),
                counted.stalled(),
                contacts.countUnknown(scope),
                creditors.incomplete(scope),
                operations.newerShippedModels(),
                operations.modelWarnings().size(),
                counted.cannotStart(),
                counted.overdueTasks(),
                followUps.due(scope),
                counted.brokenPromises(),
                counted.heldItems(),
                sending.of(scope),
                alarms.forDesk(locale),
                isAdmin && alarms.isNobodyTold());
    }
}

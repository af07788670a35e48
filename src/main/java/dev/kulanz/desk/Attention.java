package dev.kulanz.desk;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.cases.CaseSearch;
import dev.kulanz.cases.CaseSearch.Mark;
import dev.kulanz.cases.FollowUps;
import dev.kulanz.contact.Contact;
import dev.kulanz.contact.Contacts;
import dev.kulanz.journey.Operations;
import dev.kulanz.journey.StalledCases;
import dev.kulanz.receivables.Creditors;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What needs a person's attention: failed work, messages of unknown fate or without bank details, models that fell behind; and
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

    Attention(
            Operations operations,
            Contacts contacts,
            StalledCases stalled,
            Creditors creditors,
            CaseSearch search,
            FollowUps followUps,
            Sending sending) {
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
     * @param incomplete creditors whose messages do not say where to pay or whom to ask
     * @param modelWarnings what was to be said of the models in force
     * @param cannotStart cases whose journey was to begin, and could not yet
     * @param overdueTasks cases in which a task should have been done by now
     * @param followUps cases that somebody wanted to look at again, today or before
     * @param brokenPromises cases whose last promise was not kept, and nothing that holds them came of it since
     * @param sending what messages have to wait for
     */
    record Summary(
            long incidents,
            long stalled,
            long unknown,
            List<Creditors.Named> incomplete,
            List<String> newerModels,
            int modelWarnings,
            long cannotStart,
            long overdueTasks,
            long followUps,
            long brokenPromises,
            Sending.Summary sending) {

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
                    && sending.isCalm();
        }
    }

    /** What takes long to count among many cases; see {@link Summary}. */
    record Counted(long stalled, long cannotStart, long overdueTasks, long brokenPromises) {}

    Counted counted(CreditorScope scope) {
        return new Counted(
                stalled.count(scope),
                search.count(scope, Mark.CANNOT_START),
                search.count(scope, Mark.TASK_OVERDUE),
                search.count(scope, Mark.PROMISE_BROKEN));
    }

    /** What is known at once is of this moment. */
    Summary of(CreditorScope scope, Counted counted) {
        return new Summary(
                operations.countIncidents(scope),
                counted.stalled(),
                contacts.count(scope, Contact.Status.UNKNOWN, null),
                creditors.incomplete(scope),
                operations.newerShippedModels(),
                operations.modelWarnings().size(),
                counted.cannotStart(),
                counted.overdueTasks(),
                followUps.due(scope),
                counted.brokenPromises(),
                sending.of(scope));
    }
}

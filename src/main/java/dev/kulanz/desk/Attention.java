package dev.kulanz.desk;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.contact.Contact;
import dev.kulanz.contact.Contacts;
import dev.kulanz.journey.Operations;
import dev.kulanz.journey.StalledCases;
import dev.kulanz.receivables.Creditors;
import java.util.List;
import org.springframework.stereotype.Component;

/** What needs a person's attention: failed work, messages of unknown fate or without bank details, models that fell behind. */
@Component
class Attention {

    private final Operations operations;
    private final Contacts contacts;
    private final StalledCases stalled;
    private final Creditors creditors;

    Attention(Operations operations, Contacts contacts, StalledCases stalled, Creditors creditors) {
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
     */
    record Summary(
            long incidents,
            long stalled,
            long unknown,
            List<Creditors.Named> incomplete,
            List<String> newerModels,
            int modelWarnings) {

        public boolean isCalm() {
            return incidents == 0
                    && stalled == 0
                    && unknown == 0
                    && incomplete.isEmpty()
                    && newerModels.isEmpty()
                    && modelWarnings == 0;
        }
    }

    Summary of(CreditorScope scope) {
        return new Summary(
                operations.countIncidents(scope),
                stalled.count(scope),
                contacts.count(scope, Contact.Status.UNKNOWN, null),
                creditors.incomplete(scope),
                operations.newerShippedModels(),
                operations.modelWarnings().size());
    }
}

package dev.kulanz.desk;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.contact.Contact;
import dev.kulanz.contact.Contacts;
import dev.kulanz.journey.Operations;
import dev.kulanz.journey.StalledCases;
import java.util.List;
import org.springframework.stereotype.Component;

/** What needs a person's attention: failed work, messages of unknown fate, models that fell behind. */
@Component
class Attention {

    private final Operations operations;
    private final Contacts contacts;
    private final StalledCases stalled;

    Attention(Operations operations, Contacts contacts, StalledCases stalled) {
        this.operations = operations;
        this.contacts = contacts;
        this.stalled = stalled;
    }

    /**
     * How much of each there is.
     *
     * @param stalled cases without a next action, also those of the incidents
     */
    record Summary(long incidents, long stalled, long unknown, List<String> newerModels) {

        public boolean isCalm() {
            return incidents == 0 && stalled == 0 && unknown == 0 && newerModels.isEmpty();
        }
    }

    Summary of(CreditorScope scope) {
        return new Summary(
                operations.countIncidents(scope),
                stalled.count(scope),
                contacts.count(scope, Contact.Status.UNKNOWN, null),
                operations.newerShippedModels());
    }
}

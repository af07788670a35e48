package dev.kulanz.desk;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.cases.VisibleCases;
import dev.kulanz.contact.Contact;
import dev.kulanz.contact.Contacts;
import dev.kulanz.journey.Operations;
import dev.kulanz.journey.StalledCases;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What needs a person's attention: failed work, messages of unknown fate, models that fell behind. */
@Component
class Attention {

    private final Operations operations;
    private final Contacts contacts;
    private final VisibleCases visible;
    private final StalledCases stalled;

    Attention(Operations operations, Contacts contacts, VisibleCases visible, StalledCases stalled) {
        this.operations = operations;
        this.contacts = contacts;
        this.visible = visible;
        this.stalled = stalled;
    }

    /**
     * How much of each there is.
     *
     * @param stalled cases without a next action, also those of the incidents
     */
    record Summary(int incidents, long stalled, long unknown, List<String> newerModels) {

        public boolean isCalm() {
            return incidents == 0 && stalled == 0 && unknown == 0 && newerModels.isEmpty();
        }
    }

    Summary of(CreditorScope scope) {
        return new Summary(
                incidents(scope).size(),
                stalled.count(scope),
                contacts.count(scope, Contact.Status.UNKNOWN, null),
                operations.newerShippedModels());
    }

    /** Failed work of cases that may be seen; work that belongs to no case concerns who sees all creditors. */
    List<Operations.Incident> incidents(CreditorScope scope) {
        List<Operations.Incident> all = operations.incidents();
        if (scope.all()) {
            return all;
        }
        Set<String> ours = visible.among(
                all.stream()
                        .map(Operations.Incident::caseNumber)
                        .filter(Objects::nonNull)
                        .toList(),
                scope);
        return all.stream()
                .filter(incident -> incident.caseNumber() != null && ours.contains(incident.caseNumber()))
                .toList();
    }
}

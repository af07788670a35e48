package dev.kulanz.contact;

import dev.kulanz.agreements.Promise;
import dev.kulanz.agreements.Promises;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The promise named by {@code promise:} and its id; for words after a broken promise, the last broken one of the case. */
@Component
class PromiseOccasion implements OccasionSource {

    private static final String KIND = "promise:";
    private static final String AFTER_PROMISE = "after-promise";

    private final Promises promises;

    PromiseOccasion(Promises promises) {
        this.promises = promises;
    }

    @Override
    public Optional<Occasion> behind(Contact contact) {
        return promise(contact).map(promise -> new Occasion(
                        promise.amount(),
                        promises.leftOf(promise),
                        promise.promisedOn(),
                        promises.reminderOf(promise).orElse(null),
                        null,
                        List.of())
                .with(new Occasion.Receipt(promise.paid(), null, null))
                .with(promises.restOf(promise)
                        .map(rest -> new Occasion.Rest(rest.invoices(), rest.goesOn()))
                        .orElse(null)));
    }

    Optional<Promise> promise(Contact contact) {
        if (contact.occasion().startsWith(KIND)) {
            return promises.find(UUID.fromString(contact.occasion().substring(KIND.length())));
        }
        return contact.style().equals(AFTER_PROMISE) ? promises.lastBroken(contact.caseId()) : Optional.empty();
    }
}

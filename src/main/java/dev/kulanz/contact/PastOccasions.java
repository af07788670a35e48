package dev.kulanz.contact;

import dev.kulanz.cases.DunningCase;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether that is over which a service message is about. It may have waited long for its moment, or for a person to find
 * that it was not sent, and must not say what is not true any more.
 */
@Component
class PastOccasions {

    static final String CONCLUDED = "the promise is concluded";
    static final String NOTHING_OWED = "nothing is owed any more";
    private static final String NOT_AT_THE_AGENCY = "the agency does not have the case any more";

    private final PromiseOccasion promises;

    PastOccasions(PromiseOccasion promises) {
        this.promises = promises;
    }

    /** Why it is over, in words; empty if it is not. The caller holds the case's lock. */
    Optional<String> why(Contact contact, DunningCase of) {
        return switch (contact.what()) {
            case PROMISE_CONFIRMATION, PROMISE_REMINDER ->
                promises.promise(contact).filter(promise -> !promise.isOpen()).map(promise -> CONCLUDED);
            case CALL_MISSED -> Optional.of(NOTHING_OWED).filter(why -> !of.isOpen());
            case HANDOVER_NOTICE ->
                Optional.of(NOT_AT_THE_AGENCY).filter(why -> of.status() != DunningCase.Status.HANDED_OVER);
            default -> Optional.empty();
        };
    }
}

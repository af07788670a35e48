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
    static final String AT_THE_AGENCY = "the collection agency has the case";
    static final String WRITTEN_OFF = "the case was written off";
    private static final String NOT_AT_THE_AGENCY = "the agency does not have the case any more";

    private final PromiseOccasion promises;

    PastOccasions(PromiseOccasion promises) {
        this.promises = promises;
    }

    /** Why nothing is asked for in a case any more, in words; empty if it is open. */
    static Optional<String> over(DunningCase of) {
        return switch (of.status()) {
            case OPEN -> Optional.empty();
            case SETTLED -> Optional.of(NOTHING_OWED);
            case HANDED_OVER -> Optional.of(AT_THE_AGENCY);
            case WRITTEN_OFF -> Optional.of(WRITTEN_OFF);
        };
    }

    /** Why it is over, in words; empty if it is not. The caller holds the case's lock. */
    Optional<String> why(Contact contact, DunningCase of) {
        return switch (contact.what()) {
            case PROMISE_CONFIRMATION, PROMISE_REMINDER ->
                promises.promise(contact).filter(promise -> !promise.isOpen()).map(promise -> CONCLUDED);
            case CALL_MISSED -> over(of);
            case HANDOVER_NOTICE ->
                Optional.of(NOT_AT_THE_AGENCY).filter(why -> of.status() != DunningCase.Status.HANDED_OVER);
            default -> Optional.empty();
        };
    }
}

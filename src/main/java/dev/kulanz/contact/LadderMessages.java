package dev.kulanz.contact;

import dev.kulanz.cases.Cases;
import dev.kulanz.contact.Outbox.Plan;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The messages of the ladder, one for each step that is taken. */
@Component
public class LadderMessages {

    private final Cases cases;
    private final Resumption resumption;
    private final Outbox outbox;

    LadderMessages(Cases cases, Resumption resumption, Outbox outbox) {
        this.cases = cases;
        this.resumption = resumption;
        this.outbox = outbox;
    }

    /**
     * Plans the message of a step. A friendly reminder after a pause names what ended.
     *
     * @param payDays days to pay; a step that only repeats an earlier demand keeps the day that was given
     */
    @Transactional
    public void send(String caseNumber, Step step, Choice choice, int payDays) {
        Optional<Resumption.Ended> ended =
                step == Step.FRIENDLY_REMINDER ? resumption.pending(cases.get(caseNumber)) : Optional.empty();
        outbox.enqueue(
                caseNumber,
                ended.map(what -> new Plan(step, what.occasion(), resuming(choice, what), payDays))
                        .orElseGet(() -> new Plan(step, "", choice, payDays)));
    }

    private static Choice resuming(Choice choice, Resumption.Ended ended) {
        return new Choice(choice.channel(), "friendly", ended.style(), choice.rank());
    }
}

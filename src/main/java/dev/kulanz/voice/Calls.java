package dev.kulanz.voice;

import dev.kulanz.cases.Cases;
import dev.kulanz.contact.CallLog;
import dev.kulanz.contact.Channel;
import dev.kulanz.contact.Choice;
import dev.kulanz.contact.Outbox;
import dev.kulanz.contact.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans calls: each attempt is a contact of the outbox, so that the send gate holds for calls as for messages. */
@Component
public class Calls {

    private final Outbox outbox;
    private final CallLog log;
    private final Cases cases;

    Calls(Outbox outbox, CallLog log, Cases cases) {
        this.outbox = outbox;
        this.log = log;
        this.cases = cases;
    }

    /**
     * Plans the next attempt for the next hour that suits it. Asked again while one is on its way, it changes nothing.
     *
     * @param occasion what the attempts belong to: they are counted by it
     * @return which attempt it is; counts from 1 those that rang or could not ring, not those that were not allowed
     */
    @Transactional
    public int plan(String caseNumber, String occasion) {
        Choice choice = new Choice(Channel.VOICE, "friendly", "standard", 1);
        outbox.enqueue(caseNumber, new Outbox.Plan(Step.VOICEBOT_CALL, occasion, choice, null));
        return log.ofOccasion(cases.get(caseNumber), occasion).size() + 1;
    }
}

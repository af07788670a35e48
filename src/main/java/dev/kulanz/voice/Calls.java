package dev.kulanz.voice;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.contact.CallLog;
import dev.kulanz.contact.Channel;
import dev.kulanz.contact.Choice;
import dev.kulanz.contact.Outbox;
import dev.kulanz.contact.Step;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans calls: each attempt is a contact of the outbox, so that the send gate holds for calls as for messages. */
@Component
public class Calls {

    /** As many as a call task places. */
    private static final int ENOUGH = 3;

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
     * @return which attempt it is since the debtor was last written to, whichever journey placed the others; counts from 1
     *     those that rang or could not ring, not those that were not allowed
     */
    @Transactional
    public int plan(String caseNumber) {
        CallLog.Calls before = log.sinceLastNotice(cases.get(caseNumber));
        Choice choice = new Choice(Channel.VOICE, "friendly", "standard", 1);
        outbox.enqueue(caseNumber, new Outbox.Plan(Step.VOICEBOT_CALL, before.occasion(), choice, null));
        return before.tried() + 1;
    }

    /**
     * Since when nothing is left to be called for: somebody was reached, it was written that nobody was, or it was tried
     * often enough. Then a journey that begins anew does not call again.
     *
     * @return empty if there may be more calls
     */
    public Optional<Instant> overSince(DunningCase of) {
        CallLog.Calls made = log.sinceLastNotice(of);
        boolean over = made.reached() || made.missed() || made.tried() >= ENOUGH;
        return over ? Optional.ofNullable(made.last()) : Optional.empty();
    }
}

package dev.kulanz.voice;

import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.contact.CallOutcome;
import dev.kulanz.contact.CallReport;
import dev.kulanz.contact.Caller;
import dev.kulanz.contact.Channel;
import dev.kulanz.contact.Contact;
import dev.kulanz.contact.OutgoingCall;
import dev.kulanz.receivables.ContactPoint;
import dev.kulanz.receivables.ContactPoints;
import dev.kulanz.receivables.Creditors;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Calls over the telephone that there is, and does what follows: promise, pause, number marked. */
@Component
class VoiceCaller implements Caller {

    private static final Logger LOG = LoggerFactory.getLogger(VoiceCaller.class);

    private final ObjectProvider<Telephony> telephony;
    private final Creditors creditors;
    private final Briefings briefings;
    private final Understanding understanding;
    private final PromiseTaker promises;
    private final Blocks blocks;
    private final ContactPoints contactPoints;

    VoiceCaller(
            ObjectProvider<Telephony> telephony,
            Creditors creditors,
            Briefings briefings,
            Understanding understanding,
            PromiseTaker promises,
            Blocks blocks,
            ContactPoints contactPoints) {
        this.telephony = telephony;
        this.creditors = creditors;
        this.briefings = briefings;
        this.understanding = understanding;
        this.promises = promises;
        this.blocks = blocks;
        this.contactPoints = contactPoints;
    }

    @Override
    public boolean hasTelephone(String creditorId) {
        return telephony.getIfAvailable() != null
                && creditors.recent(creditorId).uses(Channel.VOICE.name());
    }

    @Override
    public CallReport call(OutgoingCall call) {
        try {
            PhoneCall phone = new PhoneCall(briefings.of(call), understanding);
            return held(
                    phone,
                    telephony
                            .getObject()
                            .call(new Telephony.Destination(call.number(), call.creditorId(), call.language())));
        } catch (RuntimeException e) {
            LOG.warn("Call {} failed: {}", call.contactId(), e.getClass().getSimpleName());
            LOG.debug("Because", e);
            return CallReport.unheard(CallOutcome.FAILED);
        }
    }

    private static CallReport held(PhoneCall phone, Telephony.Answer answer) {
        if (answer instanceof Telephony.Answer.Connected connected) {
            return phone.hold(connected.line());
        }
        if (answer instanceof Telephony.Answer.Voicemail voicemail) {
            return phone.leaveMessage(voicemail.line());
        }
        if (answer instanceof Telephony.Answer.Busy) {
            return CallReport.unheard(CallOutcome.BUSY);
        }
        return CallReport.unheard(
                answer instanceof Telephony.Answer.NotInService ? CallOutcome.WRONG_NUMBER : CallOutcome.NO_ANSWER);
    }

    @Override
    public CallReport settle(DunningCase of, Contact contact, CallReport report) {
        CallReport settled = promised(of, report);
        if (settled.outcome() == CallOutcome.HUMAN_WANTED) {
            blocks.place(of.number(), CallBack.pause());
        }
        if (settled.outcome() == CallOutcome.WRONG_NUMBER) {
            String number = Objects.requireNonNull(contact.recipient());
            if (settled.transcript() == null) {
                contactPoints.markFailed(of.debtorId(), ContactPoint.Kind.MOBILE, number);
                contactPoints.markFailed(of.debtorId(), ContactPoint.Kind.PHONE, number);
            } else {
                contactPoints.leaveInPeace(number); // somebody was told that we don't call it again
            }
        }
        return settled;
    }

    /** A promise that can't be kept in our books any more is for a person to clear. */
    private CallReport promised(DunningCase of, CallReport report) {
        CallReport.Promised promised = report.promised();
        return promised == null || promises.take(of.number(), promised.amount(), promised.on())
                ? report
                : report.but(CallOutcome.HUMAN_WANTED, Concern.NO_FURTHER_PROMISE.name());
    }
}

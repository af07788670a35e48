package dev.kulanz.voice;

import dev.kulanz.contact.CallOutcome;
import dev.kulanz.contact.CallReport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds one conversation over one line and reports it. */
final class PhoneCall {

    private static final Logger LOG = LoggerFactory.getLogger(PhoneCall.class);

    /** Nobody is kept on the phone for ever. */
    private static final int MOST_TURNS = 20;

    private final Briefing briefing;
    private final Conversation conversation;
    private final Phrases phrases;
    private final Transcript transcript;

    PhoneCall(Briefing briefing, Understanding understanding) {
        this.briefing = briefing;
        this.conversation = new Conversation(briefing, understanding);
        this.phrases = new Phrases(briefing.language());
        this.transcript = new Transcript(phrases);
    }

    /** Talks until one of them hangs up. A line that breaks ends the call; what was agreed before holds. */
    CallReport hold(Line line) {
        try (line) {
            talk(line);
        } catch (RuntimeException e) {
            LOG.warn("A line broke: {}", e.getClass().getSimpleName());
        }
        return report();
    }

    private void talk(Line line) {
        Conversation.Turn turn = conversation.open();
        for (int turns = 0; turns < MOST_TURNS && !turn.ended(); turns++) {
            say(line, turn.say());
            Line.Heard heard = line.listen();
            if (heard instanceof Line.Heard.Said said) {
                transcript.add("other", said.text());
                turn = conversation.hear(said.text());
            } else if (heard instanceof Line.Heard.Silence) {
                turn = conversation.silence();
            } else {
                return;
            }
        }
        if (!turn.ended()) {
            return;
        }
        if (conversation.ending().outcome() == CallOutcome.HUMAN_WANTED && line.transfer()) {
            transcript.add("assistant", phrases.say("transfer"));
        } else {
            say(line, turn.say());
        }
    }

    private void say(Line line, String text) {
        transcript.add("assistant", text);
        line.say(text);
    }

    private CallReport report() {
        Conversation.Ending ending = conversation.ending();
        CallReport.@Nullable Promised promised =
                ending.promised() == null ? null : new CallReport.Promised(briefing.amount(), ending.promised());
        return new CallReport(
                ending.outcome(),
                ending.concern() == Concern.NO_TRANSCRIPT ? null : transcript.toString(),
                ending.told(),
                promised,
                ending.concern() == null ? null : ending.concern().name());
    }

    /** A machine listens, and who hears it later is not known: a name and a wish, no more. */
    CallReport leaveMessage(Line line) {
        String text = briefing.callBack() == null
                ? phrases.say("voicemail", briefing.creditor())
                : phrases.say("voicemail.number", briefing.creditor(), briefing.callBack());
        try (line) {
            say(line, text);
        } catch (RuntimeException e) {
            LOG.warn("A line broke: {}", e.getClass().getSimpleName());
        }
        return new CallReport(CallOutcome.VOICEMAIL, transcript.toString(), false, null, null);
    }
}

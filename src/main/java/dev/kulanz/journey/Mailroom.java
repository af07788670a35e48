package dev.kulanz.journey;

import dev.kulanz.contact.Dispatcher;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Sends and calls beside everything else: neither a mail server that does not answer nor a call of minutes holds up what a
 * tick has to do, nor one the other.
 */
@Component
class Mailroom {

    private static final int SENDING = 4;
    private static final int CALLING = 4;
    private static final Duration LAST_WORDS = Duration.ofSeconds(15);

    private final Dispatcher dispatcher;
    private final Lane<List<UUID>> messages = new Lane<>("messages", SENDING);
    private final Lane<List<UUID>> calls = new Lane<>("calls", CALLING);

    Mailroom(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** Takes what is due into its lanes and waits for nothing. */
    void take(PumpPart part) {
        messages.take(dispatcher::dueMessages, contacts -> dispatch(part, contacts));
        calls.take(dispatcher::dueCalls, contacts -> dispatch(part, contacts));
    }

    private void dispatch(PumpPart part, List<UUID> contacts) {
        part.attempt(contacts, ids -> {
            dispatcher.dispatch(ids);
            return true;
        });
    }

    /** What is being said is said to its end. */
    @PreDestroy
    void close() throws InterruptedException {
        messages.close();
        calls.close();
        messages.awaitEnd(LAST_WORDS);
        calls.awaitEnd(Duration.ofSeconds(1)); // both were given that time already
    }
}

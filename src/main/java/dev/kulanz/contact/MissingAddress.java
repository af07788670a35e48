package dev.kulanz.contact;

import java.net.URI;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Messages hold a link to the payment page. As long as nobody has said under which address it is reached from outside, each would
 * lead its reader to his own machine: nothing goes out. Who names his own machine, for a trial, is warned.
 */
@Component
public class MissingAddress implements Hold {

    private static final Logger LOG = LoggerFactory.getLogger(MissingAddress.class);
    private static final Pattern OWN_MACHINE =
            Pattern.compile("localhost|.*\\.localhost|127\\..*|\\[::1]|0\\.0\\.0\\.0", Pattern.CASE_INSENSITIVE);

    /** What is known of the address. */
    public enum State {
        /** Debtors can reach it, as far as can be told. */
        REACHABLE,
        /** It is that of the machine on which it is opened. */
        OWN_MACHINE,
        /** There is none, or it is no address. */
        MISSING
    }

    private final State state;

    /** @param isLocal whether nothing leaves this machine anyway */
    MissingAddress(
            @Value("${kulanz.public-url:}") String publicUrl, @Value("${kulanz.contact.local:false}") boolean isLocal) {
        this.state = isLocal ? State.REACHABLE : state(publicUrl.strip());
    }

    public State state() {
        return state;
    }

    @Override
    public String why() {
        return "sending rests until an address for links is set";
    }

    @Override
    public String condition() {
        return state == State.MISSING ? "true" : "false";
    }

    private static State state(String publicUrl) {
        try {
            String host = URI.create(publicUrl).getHost();
            if (host == null) {
                return State.MISSING;
            }
            return OWN_MACHINE.matcher(host).matches() ? State.OWN_MACHINE : State.REACHABLE;
        } catch (IllegalArgumentException e) {
            return State.MISSING;
        }
    }

    @EventListener
    void on(ApplicationReadyEvent event) {
        switch (state) {
            case MISSING ->
                LOG.warn("Nothing is sent: the links in messages need an address that debtors reach. "
                        + "Please set KULANZ_PUBLIC_URL, e.g. to https://pay.example.com, and start again.");
            case OWN_MACHINE ->
                LOG.warn(
                        "The links in messages lead each reader to his own machine: KULANZ_PUBLIC_URL is good for a trial only.");
            case REACHABLE -> {}
        }
    }
}

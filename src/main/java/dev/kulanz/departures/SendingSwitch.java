package dev.kulanz.departures;

import dev.kulanz.shared.Legible;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** {@code KULANZ_SENDING=off}: nothing leaves this node, whatever the database says. Everything else goes on. */
@Component
class SendingSwitch {

    private static final Logger LOG = LoggerFactory.getLogger(SendingSwitch.class);

    private final boolean off;

    /** @throws IllegalStateException neither on nor off: a word that is not understood must not let go */
    SendingSwitch(@Value("${kulanz.sending:on}") String said) {
        this.off = switch (said.strip().toLowerCase(Locale.ROOT)) {
            case "on", "true", "" -> false;
            case "off", "false" -> true;
            default ->
                throw new IllegalStateException(
                        "kulanz.sending (KULANZ_SENDING) is on or off, not " + Legible.quoted(said));
        };
    }

    boolean isOff() {
        return off;
    }

    @EventListener
    void on(ApplicationReadyEvent event) {
        if (off) {
            LOG.warn("Nothing is sent from this node: KULANZ_SENDING is off. Remove it and start again to send.");
        }
    }
}

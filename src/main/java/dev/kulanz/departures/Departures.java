package dev.kulanz.departures;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Notes what leaves, outside of the database and before it leaves; and knows what left that the database did not know of. */
@Component
public class Departures {

    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

    private final Lookout lookout;
    private final DepartedTable departed;

    Departures(Lookout lookout, DepartedTable departed) {
        this.lookout = lookout;
        this.departed = departed;
    }

    /** Draws the number of an attempt to send, to be kept with the message in the transaction that prepares it; empty in the demo. */
    public Optional<Long> next() {
        return lookout.isLocal() ? Optional.empty() : Optional.of(departed.next());
    }

    /** Notes that a message is about to leave; false: it can't be noted, and must not be sent. */
    public boolean leaves(Departure departure) {
        try {
            lookout.noteFirst(departure);
            return true;
        } catch (IOException e) {
            LOG.warn("A message was not sent, for it could not be noted before: {}", e.toString());
            return false;
        }
    }

    /** Its provider took it. */
    public void taken(Departure departure) {
        lookout.noteAfterwards(departure.as(Departure.State.TAKEN));
    }

    /** It was not handed over after all. */
    public void stayed(Departure departure) {
        lookout.noteAfterwards(departure.as(Departure.State.STAYED));
    }

    /** Whether there is anything that left and that the database did not know of. */
    public boolean isAnyFound() {
        return lookout.mayHaveDeparted();
    }

    /** Of these, what left and the database did not know of, by contact. */
    public Map<UUID, Found> found(Collection<UUID> contacts) {
        return departed.of(contacts);
    }
}

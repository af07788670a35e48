package dev.kulanz.contact;

import dev.kulanz.departures.NodeState;
import dev.kulanz.departures.SendingRests;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** While the database may know less than what left, nothing leaves; nor where sending is switched off. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RestHold implements Hold {

    private final SendingRests rests;

    RestHold(SendingRests rests) {
        this.rests = rests;
    }

    @Override
    public String why() {
        return switch (rests.node()) {
            case SWITCHED_OFF -> "sending is switched off";
            case NO_HOME -> "sending rests, for nothing can be noted in the data folder";
            case LOOKING, WAITS_FOR_OTHERS -> "sending rests until it is known what other nodes sent";
            case SENDING, RESTS -> "sending rests, for a backup was restored";
        };
    }

    /** Also the database that is asked may be another one than a moment ago. */
    @Override
    public String condition() {
        return rests.node() == NodeState.SENDING
                ? "((select sending_rests()) or (select last_departure()) < :noted)"
                : "true";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("noted", rests.noted());
    }
}

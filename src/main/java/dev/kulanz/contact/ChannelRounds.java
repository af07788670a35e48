package dev.kulanz.contact;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the providers each minute whether they are there: a mail server that goes at night is known before the first message of the
 * morning, and one that came back before the next one is tried.
 */
@Component
class ChannelRounds {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelRounds.class);

    private final Adapters adapters;
    private final ChannelStates states;

    ChannelRounds(Adapters adapters, ChannelStates states) {
        this.adapters = adapters;
        this.states = states;
    }

    void round() {
        for (Channel channel : leadingOut()) {
            if (states.isToBeAsked(channel)) {
                Optional<ChannelAdapter.Delivery.Unreachable> away =
                        adapters.of(channel).away();
                away.ifPresentOrElse(
                        one -> {
                            LOG.warn("Nothing goes out by {}: {}", channel, one.reason());
                            states.isAway(channel, one);
                        },
                        () -> states.isThere(channel));
            }
        }
    }

    List<Channel> leadingOut() {
        return List.of(Channel.values()).stream()
                .filter(channel ->
                        adapters.carry(channel) && !adapters.of(channel).staysHere())
                .toList();
    }
}

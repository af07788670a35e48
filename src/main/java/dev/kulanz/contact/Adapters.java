package dev.kulanz.contact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which adapter carries which channel here and now: the first in their order that does. */
@Component
class Adapters {

    private final List<ChannelAdapter> adapters;

    Adapters(List<ChannelAdapter> adapters) {
        this.adapters = adapters;
    }

    boolean carry(Channel channel) {
        return carrier(channel).isPresent();
    }

    /**
     * The carrier of a channel on which something was planned.
     *
     * @throws IllegalStateException if nothing carries it any more, as after a change of the settings
     */
    ChannelAdapter of(Channel channel) {
        return carrier(channel)
                .orElseThrow(() -> new IllegalStateException("Nothing carries " + channel + " here and now"));
    }

    /** What all of them have taken since, as far as their providers can tell. */
    List<ChannelAdapter.Taken> takenSince(@Nullable Instant since) {
        return adapters.stream()
                .flatMap(adapter -> adapter.takenSince(since).stream())
                .toList();
    }

    private Optional<ChannelAdapter> carrier(Channel channel) {
        return adapters.stream().filter(adapter -> adapter.carries(channel)).findFirst();
    }
}

package dev.kulanz.contact;

import dev.kulanz.shared.BusinessClock;
import dev.kulanz.watch.Reading;
import dev.kulanz.watch.Sign;
import dev.kulanz.watch.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A channel by which nothing goes out. */
@Component
class ChannelWatch implements Watch {

    private final ChannelStates states;
    private final ChannelRounds rounds;
    private final BusinessClock clock;

    ChannelWatch(ChannelStates states, ChannelRounds rounds, BusinessClock clock) {
        this.states = states;
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    public Sign sign() {
        return Sign.sendingRests("channel-down");
    }

    @Override
    public Reading look() {
        List<Channel> out = rounds.leadingOut();
        Reading all = Reading.NOTHING;
        for (ChannelStates.State state : states.all()) {
            if (!out.contains(state.channel())) {
                continue; // not any more, since the settings were changed
            }
            Map<String, String> tags = Map.of("channel", state.channel().name());
            all = all.and(
                            "kulanz.channel.up",
                            "1: messages go out by this channel, 0: none does",
                            tags,
                            state.isDown() ? 0 : 1)
                    .and(
                            "kulanz.channel.failures",
                            "Messages that were not taken, and questions that were not answered, one after the other",
                            tags,
                            state.failures())
                    .and(
                            "kulanz.channel.last.success.seconds",
                            "Since a message was last taken",
                            tags,
                            age(state.takenAt()))
                    .and(
                            "kulanz.channel.last.failure.seconds",
                            "Since something last failed",
                            tags,
                            age(state.failedAt()))
                    .wrongIf(state.isDown(), state.channel().name(), String.valueOf(state.reason()));
        }
        return all;
    }

    private double age(@Nullable Instant moment) {
        return moment == null
                ? Double.NaN
                : (double) Math.max(0, Duration.between(moment, clock.instant()).toSeconds());
    }
}

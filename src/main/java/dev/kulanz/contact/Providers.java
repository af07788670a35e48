package dev.kulanz.contact;

import dev.kulanz.departures.Found;
import dev.kulanz.departures.Witness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the providers of the channels have taken, and the outbox does not know as sent. */
@Component
class Providers implements Witness {

    private static final int SET = 1_000;

    private final JdbcClient jdbc;
    private final Adapters adapters;

    Providers(JdbcClient jdbc, Adapters adapters) {
        this.jdbc = jdbc;
        this.adapters = adapters;
    }

    @Override
    public List<Found> unknownSince(@Nullable Instant since) {
        List<ChannelAdapter.Taken> all = adapters.takenSince(since);
        List<Found> unknown = new ArrayList<>();
        for (int from = 0; from < all.size(); from += SET) {
            List<ChannelAdapter.Taken> some = all.subList(from, Math.min(all.size(), from + SET));
            Set<UUID> known =
                    known(some.stream().map(ChannelAdapter.Taken::contactId).toArray(UUID[]::new));
            some.stream()
                    .filter(one -> !known.contains(one.contactId()))
                    .map(one -> new Found(one.contactId(), one.channel().name(), one.at(), null, one.proof()))
                    .forEach(unknown::add);
        }
        return unknown;
    }

    private Set<UUID> known(UUID[] contacts) {
        return new HashSet<>(
                jdbc.sql("""
                        select id from contact where id = any(:ids)
                          and (departure is not null or status in ('SENDING', 'SENT', 'DELIVERED', 'UNKNOWN'))""").param("ids", contacts).query(UUID.class).list());
    }
}

package dev.kulanz.contact;

import dev.kulanz.departures.Departure;
import dev.kulanz.departures.Departures;
import dev.kulanz.shared.BusinessClock;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sends what is due: prepares each contact in a short transaction, hands it to its channel outside of any, and notes the
 * result in another.
 */
@Component
public class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private static final String TO_BE_CALLED = """
            exists (select 1 from contact v join dunning_case w on w.id = v.case_id
                    where w.debtor_id = k.debtor_id and v.status = 'PLANNED' and v.not_before <= :now and v.channel = 'VOICE')""";

    private final JdbcClient jdbc;
    private final Preparation preparation;
    private final Results results;
    private final Adapters adapters;
    private final Caller caller;
    private final CallResults callResults;
    private final RestingChannels resting;
    private final ChannelStates states;
    private final Holds holds;
    private final Departures departures;
    private final HeldMarks held;
    private final BusinessClock clock;

    Dispatcher(
            JdbcClient jdbc,
            Preparation preparation,
            Results results,
            Adapters adapters,
            Caller caller,
            CallResults callResults,
            RestingChannels resting,
            ChannelStates states,
            Holds holds,
            Departures departures,
            HeldMarks held,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.preparation = preparation;
        this.results = results;
        this.adapters = adapters;
        this.caller = caller;
        this.callResults = callResults;
        this.resting = resting;
        this.states = states;
        this.holds = holds;
        this.departures = departures;
        this.held = held;
        this.clock = clock;
    }

    /**
     * Contacts that are due now, the longest waiting first; looks only, claims nothing. Those of one person stand
     * together: the first of them may use up what he is asked for that day, and which one that is must not be chance.
     */
    public List<List<UUID>> due(int limit) {
        return due(limit, "true");
    }

    /** The same, but only of persons who are not to be called now. */
    public List<List<UUID>> dueMessages(int limit) {
        return due(limit, "not " + TO_BE_CALLED);
    }

    /** The same, but only of persons who are to be called now, be it among other things: calls take minutes. */
    public List<List<UUID>> dueCalls(int limit) {
        return due(limit, TO_BE_CALLED);
    }

    private List<List<UUID>> due(int limit, String of) {
        held.renew();
        Map<UUID, List<UUID>> byDebtor = new LinkedHashMap<>();
        holds.bind(jdbc.sql("""
                        select c.id, k.debtor_id from contact c join dunning_case k on k.id = c.case_id
                        where c.status = 'PLANNED' and c.not_before <= :now and c.channel <> all(:resting) and %s and %s
                        order by c.not_before, k.currency, c.seq limit :limit""".formatted(of, holds.none())))
                .param("resting", resting.now().stream().map(Channel::name).toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", limit)
                .query((ResultSet row) -> {
                    byDebtor.computeIfAbsent(row.getObject("debtor_id", UUID.class), debtor -> new ArrayList<>())
                            .add(row.getObject("id", UUID.class));
                });
        return List.copyOf(byDebtor.values());
    }

    /** When the next becomes due that nothing holds. */
    public Optional<Instant> next() {
        return holds.bind(jdbc.sql(
                        "select min(c.not_before) from contact c where c.status = 'PLANNED' and " + holds.none()))
                .query((row, i) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** Sends contacts one after the other, each if it is still due and nobody else is at it. */
    public void dispatch(List<UUID> contactIds) {
        for (UUID id : contactIds) {
            if (!isResting(id)) {
                prepared(id).ifPresent(outgoing -> send(id, outgoing));
            }
        }
    }

    /** Its channel may have begun to rest after it was found to be due. */
    private boolean isResting(UUID contactId) {
        Set<Channel> now = resting.now();
        return !now.isEmpty()
                && now.contains(jdbc.sql("select channel from contact where id = :id")
                        .param("id", contactId)
                        .query(Channel.class)
                        .single());
    }

    private void send(UUID id, Outgoing outgoing) {
        Departure departure = outgoing.departure();
        if (departure != null && !departures.leaves(departure)) {
            results.putBack(id);
            return;
        }
        if (outgoing instanceof OutgoingMessage message) {
            ChannelAdapter.Delivery delivery = adapters.of(message.channel()).deliver(message);
            noted(departure, delivery);
            if (delivery instanceof ChannelAdapter.Delivery.Unreachable) {
                resting.rest(message.channel());
            }
            results.note(id, delivery);
            if (!adapters.of(message.channel()).staysHere()) {
                states.note(message.channel(), delivery);
            }
        } else if (outgoing instanceof OutgoingCall call) {
            CallReport report = caller.call(call);
            if (departure != null && report.outcome().isReached()) {
                departures.taken(departure);
            }
            callResults.note(id, report);
        }
    }

    private void noted(@Nullable Departure departure, ChannelAdapter.Delivery delivery) {
        if (departure == null || delivery instanceof ChannelAdapter.Delivery.Unknown) {
            return;
        }
        if (delivery instanceof ChannelAdapter.Delivery.Taken) {
            departures.taken(departure);
        } else {
            departures.stayed(departure);
        }
    }

    private Optional<Outgoing> prepared(UUID contactId) {
        try {
            return preparation.prepare(contactId);
        } catch (TransientDataAccessException e) {
            throw e; // somebody else was faster: it stays due
        } catch (RuntimeException e) {
            LOG.warn(
                    "Contact {} could not be prepared: {}",
                    contactId,
                    e.getClass().getName());
            LOG.debug("Because", e);
            results.notPrepared(contactId);
            return Optional.empty();
        }
    }

    /** Contacts whose dispatcher died while sending. */
    public List<UUID> lost(int limit) {
        return jdbc.sql("""
                        select id from contact where status = 'SENDING' and claimed_until < :now
                        order by claimed_until limit :limit""")
                .param("limit", limit)
                .param("now", Timestamp.from(Clock.systemUTC().instant()))
                .query(UUID.class)
                .list();
    }

    /** A lost contact becomes UNKNOWN: a person decides. */
    public void giveUp(UUID lost) {
        results.note(
                lost,
                new ChannelAdapter.Delivery.Unknown("The application stopped while it was sending this message."));
    }
}

package dev.kulanz.departures;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Compares what the database knows with what left from here: when the application begins, and again and again, for a database can
 * be restored under a running node.
 */
@Component
public class Lookout {

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
    private static final Duration BEFORE = Duration.ofDays(1);
    private static final int PATIENCE_WITH_OTHERS = 5;
    private static final Duration READ_AGAIN = Duration.ofMinutes(5);

    private final HomeTable homes;
    private final DepartedTable departed;
    private final RestTable rests;
    private final List<Witness> witnesses;
    private final SendingSwitch sendingSwitch;
    private final boolean isLocal;
    private final Duration patience;
    private final Path folder;
    private final DepartureLog log;
    private final AtomicLong noted = new AtomicLong();
    private final Instant begun = Clock.systemUTC().instant();

    private volatile NodeState state = NodeState.LOOKING;
    private volatile boolean anyDeparted;
    private boolean hasComplained;
    private @Nullable Reading read;
    private volatile @Nullable Look look;

    /** What was found when it began to look. */
    private record Look(UUID database, Company company, long lastDecision, Instant at) {}

    /** When it was last found out what left, for which rest. */
    private record Reading(@Nullable UUID rest, Instant at) {}

    /**
     * @param isLocal nothing leaves the machine: nothing is noted, and nothing could be sent twice
     * @param patience how long a node from elsewhere waits for a sign of life of those that are known
     */
    Lookout(
            HomeTable homes,
            DepartedTable departed,
            RestTable rests,
            List<Witness> witnesses,
            SendingSwitch sendingSwitch,
            @Value("${kulanz.contact.local:false}") boolean isLocal,
            @Value("${kulanz.sending-patience:60s}") Duration patience,
            @Value("${kulanz.home:./data}") Path home) {
        this.homes = homes;
        this.departed = departed;
        this.rests = rests;
        this.witnesses = List.copyOf(witnesses);
        this.sendingSwitch = sendingSwitch;
        this.isLocal = isLocal;
        this.patience = patience;
        this.folder = home.toAbsolutePath().normalize().resolve("sending");
        this.log = new DepartureLog(folder);
    }

    /** Whether this node may send, as far as it knows; a rest that another node has just placed is asked for with each message. */
    public NodeState state() {
        return sendingSwitch.isOff() ? NodeState.SWITCHED_OFF : state;
    }

    boolean isLocal() {
        return isLocal;
    }

    boolean mayHaveDeparted() {
        return anyDeparted;
    }

    /** The highest number of a departure from here: a database that knows of none as high is not the one it was. */
    long noted() {
        return noted.get();
    }

    /** @throws IOException it is not noted and must not be sent */
    void noteFirst(Departure departure) throws IOException {
        Look now = look;
        if (now == null || state != NodeState.SENDING) {
            throw new IOException("Sending rests");
        }
        try {
            log.noteFirst(new DepartureLine(now.database(), departure));
        } catch (IOException e) {
            state = NodeState.NO_HOME;
            throw e;
        }
        noted.accumulateAndGet(departure.number(), Math::max);
    }

    void noteAfterwards(Departure departure) {
        Look now = look;
        try {
            if (now != null) {
                log.noteAfterwards(new DepartureLine(now.database(), departure));
            }
        } catch (IOException e) {
            LOG.warn("What became of a message could not be noted in {}: {}", folder, e.toString());
        }
    }

    /** Before anything else begins. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ApplicationReadyEvent event) {
        look();
    }

    /** Compares once more. Never throws: who can't compare does not send, and begins anew with the next look. */
    public synchronized void look() {
        if (isLocal) {
            state = NodeState.SENDING;
            return;
        }
        try {
            become(compared());
            hasComplained = false;
        } catch (DataAccessException | TransactionException e) {
            // whoever comes back may be another: begin anew
            look = null;
            become(NodeState.LOOKING);
        } catch (IOException | UncheckedIOException e) {
            if (state != NodeState.NO_HOME) {
                LOG.error(
                        "Nothing is sent: what leaves must be noted in {} first, and that can't be used ({}). It must be"
                                + " writable for the user who runs Kulanz. Another folder: KULANZ_HOME=<folder>.",
                        folder,
                        e.toString());
            }
            become(NodeState.NO_HOME);
        } catch (RuntimeException e) {
            if (state != NodeState.LOOKING || !hasComplained) {
                LOG.error("Nothing is sent: it can't be found out what has left ({}).", e.toString());
                LOG.debug("Because", e);
            }
            hasComplained = true;
            become(NodeState.LOOKING);
        }
    }

    private void become(NodeState next) {
        if (next != state) {
            if (next == NodeState.RESTS) {
                LOG.warn("Nothing is sent: the database is older than what may have left, as after restoring a backup."
                        + " Please look at the desk under Outbox, Restored backup, and release sending there.");
            } else if (next == NodeState.WAITS_FOR_OTHERS) {
                LOG.warn("Nothing is sent yet: waiting for a sign of life of the other nodes on this database.");
            } else if (next == NodeState.SENDING && state != NodeState.LOOKING) {
                LOG.info("Sending goes on.");
            }
            state = next;
        }
    }

    private NodeState compared() throws IOException {
        HomeMark home = HomeMark.of(folder);
        if (state == NodeState.NO_HOME) {
            log.probe();
        }
        Optional<Rest> rest = rests.active();
        if (rest.isEmpty() && state == NodeState.RESTS) {
            home = HomeMark.written(folder, home.id()); // a person has looked: this is the original now
            noted.set(0);
            look = new Look(homes.database(), new Company(List.of()), departed.lastDecision(), now());
        }
        long mine = noted.get(); // before the database is asked, which knows a departure before it is noted
        boolean isBehind = departed.last() < mine;
        Look since = look;
        boolean isNews = isBehind && rest.isEmpty();
        if (since == null || isNews) {
            since = new Look(homes.database(), new Company(homes.all()), departed.lastDecision(), now());
        }
        if (look == null || isNews || rest.filter(one -> !isReadFor(one)).isPresent()) {
            Evidence evidence = evidence(since, home);
            Optional<RestCause> cause = evidence.cause();
            if (cause.isEmpty() && isBehind) {
                cause = Optional.of(RestCause.MARKER);
            }
            if (cause.isPresent() && rest.isEmpty()) {
                rest = rest(cause.get(), since, home);
            }
            keep(evidence); // only now: what is kept is no news any more
            read = new Reading(rest.map(Rest::id).orElse(null), now());
        }
        look = since;
        NodeState next = rest.isPresent() ? NodeState.RESTS : inCompany(since, home);
        if (next == NodeState.SENDING || since.company().knows(home.id())) {
            homes.beat(home.id());
        }
        anyDeparted = departed.isAny();
        return next;
    }

    /** While all rests little leaves any more, but a provider may tell late. */
    private boolean isReadFor(Rest rest) {
        Reading last = read;
        return last != null && rest.id().equals(last.rest()) && last.at().isAfter(now().minus(READ_AGAIN));
    }

    private Optional<Rest> rest(RestCause cause, Look since, HomeMark home) {
        rests.place(cause, lastSeen(since, home).orElse(null), since.lastDecision());
        return rests.active();
    }

    private static Optional<Instant> lastSeen(Look since, HomeMark home) {
        Optional<Instant> own = since.company().lastSeen(home.id());
        return own.isPresent() ? own : since.company().lastSeen();
    }

    /** What the database does not know, and what that means. */
    private record Evidence(Optional<RestCause> cause, List<Found> found, long highest) {}

    private Evidence evidence(Look since, HomeMark home) {
        Instant from = since.company().knows(home.id())
                ? since.company().lastSeen(home.id()).orElse(begun).minus(BEFORE)
                : Instant.EPOCH;
        List<Found> found = new ArrayList<>();
        AtomicLong highest = new AtomicLong();
        log.read(since.database(), from, all -> {
            List<Departure> unknown = departed.unknown(all);
            unknown.forEach(one -> found.add(found(one)));
            unknown.forEach(one -> highest.accumulateAndGet(one.number(), Math::max));
        });
        if (!found.isEmpty()) {
            found.addAll(others(since, home));
            return new Evidence(Optional.of(RestCause.MARKER), found, highest.get());
        }
        found.addAll(others(since, home));
        if (home.isCopy() && since.company().knows(home.id())) {
            return new Evidence(Optional.of(RestCause.COPY), found, 0);
        }
        return new Evidence(found.isEmpty() ? Optional.empty() : Optional.of(RestCause.PROVIDER), found, 0);
    }

    private List<Found> others(Look since, HomeMark home) {
        if (since.lastDecision() == 0 && since.company().before().isEmpty()) {
            return List.of(); // it is new, and what lies in a folder is of another one
        }
        Instant asked = lastSeen(since, home).map(seen -> seen.minus(BEFORE)).orElse(null);
        return departed.news(
                witnesses.stream().flatMap(one -> said(one, asked).stream()).toList());
    }

    private static List<Found> said(Witness witness, @Nullable Instant since) {
        try {
            return witness.unknownSince(since);
        } catch (UncheckedIOException e) {
            throw new IllegalStateException(witness.getClass().getSimpleName() + ": " + e.getCause(), e);
        }
    }

    private void keep(Evidence evidence) {
        departed.keep(evidence.found());
        if (evidence.highest() > 0) {
            departed.goOnAfter(evidence.highest());
        }
    }

    private static Found found(Departure one) {
        return new Found(
                one.thing(),
                one.channel(),
                one.at(),
                one.payBy(),
                one.state() == Departure.State.TAKEN ? Found.Proof.TAKEN : Found.Proof.BEGUN);
    }

    private NodeState inCompany(Look since, HomeMark home) {
        if (since.company().before().isEmpty() || state == NodeState.SENDING) {
            return NodeState.SENDING;
        }
        List<Home> now = homes.all();
        Duration waited = Duration.between(since.at(), now());
        if (!since.company().knows(home.id())) {
            if (since.company().isInUse(now, home.id()) || departed.last() == 0) {
                return NodeState.SENDING;
            }
            return waited.compareTo(patience) < 0
                    ? NodeState.WAITS_FOR_OTHERS
                    : resting(RestCause.STRANGE_HOME, since, home);
        }
        if (since.company().missing(now, home.id()).isEmpty()) {
            return NodeState.SENDING;
        }
        return waited.compareTo(patience.multipliedBy(PATIENCE_WITH_OTHERS)) < 0
                ? NodeState.WAITS_FOR_OTHERS
                : resting(RestCause.OTHER_NODE, since, home);
    }

    private NodeState resting(RestCause cause, Look since, HomeMark home) {
        rest(cause, since, home);
        return NodeState.RESTS;
    }

    /** A person says that the database was restored, though nothing here tells it. */
    void restBecauseAPersonSaysSo() {
        Look since = look;
        rests.place(
                RestCause.PERSON,
                since == null ? null : since.company().lastSeen().orElse(null),
                since == null ? departed.lastDecision() : since.lastDecision());
        look();
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    /** What was sent is known: who comes next need not wait for this node. */
    @PreDestroy
    void close() throws IOException {
        try {
            if (!isLocal && state == NodeState.SENDING) {
                homes.close(HomeMark.of(folder).id());
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("It could not be said that this node ends", e);
        } finally {
            log.close();
        }
    }
}

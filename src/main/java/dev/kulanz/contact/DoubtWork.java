package dev.kulanz.contact;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.departures.CatchingUp;
import dev.kulanz.departures.Found;
import dev.kulanz.departures.Rest;
import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.shared.BusinessClock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds what may have left before a backup was restored, and carries out what is said of it. */
@Component
public class DoubtWork {

    private static final Logger LOG = LoggerFactory.getLogger(DoubtWork.class);
    private static final int LOT = 500;

    private final JdbcClient jdbc;
    private final CatchingUp catchingUp;
    private final DoubtTable table;
    private final Proofs proofs;
    private final Adapters adapters;
    private final LeftBefore leftBefore;
    private final Cases cases;
    private final Journal journal;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    DoubtWork(
            JdbcClient jdbc,
            CatchingUp catchingUp,
            DoubtTable table,
            Proofs proofs,
            Adapters adapters,
            LeftBefore leftBefore,
            Cases cases,
            Journal journal,
            BusinessClock clock,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.catchingUp = catchingUp;
        this.table = table;
        this.proofs = proofs;
        this.adapters = adapters;
        this.leftBefore = leftBefore;
        this.cases = cases;
        this.journal = journal;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Finds more of what may have left, while sending rests; false: there is nothing more to do now. */
    public boolean find() {
        Optional<Rest> rest = catchingUp.look();
        if (rest.isEmpty() || rest.get().caughtUpSeq() == null) {
            return false;
        }
        if (rest.get().marked()) {
            transaction.executeWithoutResult(status -> table.proveLater());
            return false;
        }
        boolean any = Boolean.TRUE.equals(transaction.execute(status -> findSome(rest.get())));
        if (!any) {
            catchingUp.marked(rest.get());
        }
        return any;
    }

    private boolean findSome(Rest rest) {
        List<DoubtTable.Doubted> some = table.doubtSome(rest, outside(), LOT);
        table.prove(proofs.of(some.stream().map(DoubtTable.Doubted::id).toList()));
        journal.recordAll(some.stream()
                .map(one -> Happening.of("ContactUnknown")
                        .creditor(one.creditorId())
                        .debtor(one.debtorId())
                        .inCase(one.caseNumber())
                        .with("contact", one.id().toString())
                        .with("step", one.step())
                        .with("channel", one.channel())
                        .with("reason", DoubtTable.REASON))
                .toList());
        return !some.isEmpty();
    }

    /** Channels over which messages leave this house. */
    private List<Channel> outside() {
        List<Channel> outside = new ArrayList<>(List.of(Channel.VOICE));
        Arrays.stream(Channel.values())
                .filter(channel ->
                        adapters.carry(channel) && !adapters.of(channel).staysHere())
                .forEach(outside::add);
        return outside;
    }

    /** Answers that were given and not carried out yet. */
    public List<UUID> answered(int limit) {
        return table.toSettle(limit);
    }

    /** Carries one out. What can't be carried out is asked again. */
    public void settle(UUID contact) {
        try {
            transaction.executeWithoutResult(status -> settleNow(contact));
        } catch (TransientDataAccessException e) {
            throw e; // somebody else was faster
        } catch (RuntimeException e) {
            LOG.warn(
                    "What was said of contact {} could not be carried out: {}",
                    contact,
                    e.getClass().getName());
            LOG.debug("Because", e);
            table.reopen(contact);
        }
    }

    private void settleNow(UUID id) {
        DunningCase of = cases.lock(get(id).caseNumber());
        table.toSettle(id).ifPresent(answer -> {
            Contact contact = get(id);
            if (contact.status() == Contact.Status.UNKNOWN) {
                if (answer.answer() == Doubt.Answer.LEFT) {
                    Found proof = answer.found().orElse(null);
                    leftBefore.note(contact, of, proof, clock.instant());
                } else {
                    table.planAgain(List.of(id));
                }
            }
            table.settled(id);
        });
    }

    private Contact get(UUID id) {
        return jdbc.sql("select * from contact where id = :id")
                .param("id", id)
                .query(Contact.class)
                .single();
    }
}

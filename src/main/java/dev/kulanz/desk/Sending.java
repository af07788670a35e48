package dev.kulanz.desk;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.contact.DoubtDesk;
import dev.kulanz.contact.MissingAddress;
import dev.kulanz.departures.NodeState;
import dev.kulanz.departures.SendingRests;
import dev.kulanz.payments.PaymentFeeds;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.stops.Stops;
import java.util.List;
import org.springframework.stereotype.Component;

/** What messages have to wait for, or should. */
@Component
class Sending {

    private final SendingRests rests;
    private final DoubtDesk doubts;
    private final MissingAddress address;
    private final Stops stops;
    private final PaymentFeeds feeds;

    Sending(SendingRests rests, DoubtDesk doubts, MissingAddress address, Stops stops, PaymentFeeds feeds) {
        this.rests = rests;
        this.doubts = doubts;
        this.address = address;
        this.stops = stops;
        this.feeds = feeds;
    }

    /**
     * How it stands.
     *
     * @param node whether this node may send; it rests where any has noticed that a backup was restored
     * @param doubts messages that may have left before, and of which nobody has said whether they did
     * @param address whether links lead anywhere
     * @param stops how many stops are in force
     * @param stale creditors whose debtors are not asked for money, for later payments are not known
     * @param neverFed creditors of whom no payment was ever reported
     */
    record Summary(
            NodeState node,
            long doubts,
            MissingAddress.State address,
            long stops,
            List<Creditors.Named> stale,
            List<Creditors.Named> neverFed) {

        public boolean isCalm() {
            return node == NodeState.SENDING
                    && doubts == 0
                    && address == MissingAddress.State.REACHABLE
                    && stops == 0
                    && stale.isEmpty()
                    && neverFed.isEmpty();
        }
    }

    Summary of(CreditorScope scope) {
        return new Summary(
                rests.active().isPresent() ? NodeState.RESTS : rests.node(),
                doubts.count(DoubtDesk.Which.ALL, scope),
                address.state(),
                stops.count(scope),
                feeds.stale(scope),
                feeds.neverFed(scope));
    }
}

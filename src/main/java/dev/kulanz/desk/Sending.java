package dev.kulanz.desk;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.contact.MissingAddress;
import dev.kulanz.payments.PaymentFeeds;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.stops.Stops;
import java.util.List;
import org.springframework.stereotype.Component;

/** What messages have to wait for, or should. */
@Component
class Sending {

    private final MissingAddress address;
    private final Stops stops;
    private final PaymentFeeds feeds;

    Sending(MissingAddress address, Stops stops, PaymentFeeds feeds) {
        this.address = address;
        this.stops = stops;
        this.feeds = feeds;
    }

    /**
     * How it stands.
     *
     * @param address whether links lead anywhere
     * @param stops how many stops are in force
     * @param stale creditors whose debtors are not asked for money, for later payments are not known
     * @param neverFed creditors of whom no payment was ever reported
     */
    record Summary(
            MissingAddress.State address, long stops, List<Creditors.Named> stale, List<Creditors.Named> neverFed) {

        public boolean isCalm() {
            return address == MissingAddress.State.REACHABLE && stops == 0 && stale.isEmpty() && neverFed.isEmpty();
        }
    }

    Summary of(CreditorScope scope) {
        return new Summary(address.state(), stops.count(scope), feeds.stale(scope), feeds.neverFed(scope));
    }
}

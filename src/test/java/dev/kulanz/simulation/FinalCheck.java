package dev.kulanz.simulation;

import dev.kulanz.support.Stories;
import java.util.ArrayList;
import java.util.List;

/** Everything that must be true of all that was sent, booked and promised. */
final class FinalCheck {

    private final Stories house;
    private final String creditorId;
    private final Tally tally;

    FinalCheck(Stories house, String creditorId, Tally tally) {
        this.house = house;
        this.creditorId = creditorId;
        this.tally = tally;
    }

    List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        for (Rule rule : ContactRules.ALL) {
            found.addAll(rule.violations(house.jdbc(), creditorId));
        }
        for (Rule rule : MoneyRules.ALL) {
            found.addAll(rule.violations(house.jdbc(), creditorId));
        }
        found.addAll(new Balances(house, creditorId, tally).violations());
        found.addAll(new Patience(house.jdbc(), creditorId).violations());
        return found;
    }
}

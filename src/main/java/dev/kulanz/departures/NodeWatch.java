package dev.kulanz.departures;

import dev.kulanz.watch.Reading;
import dev.kulanz.watch.Sign;
import dev.kulanz.watch.Watch;
import org.springframework.stereotype.Component;

/**
 * A node that can't note what leaves, or compare it, and so sends nothing. One that is switched off was switched off on purpose: its metric says
 * so, and nobody is told.
 */
@Component
class NodeWatch implements Watch {

    private final Lookout lookout;

    NodeWatch(Lookout lookout) {
        this.lookout = lookout;
    }

    @Override
    public Sign sign() {
        return Sign.sendingRests("node-silent").ofEachNode().withItsOwnLineOnTheDesk();
    }

    @Override
    public Reading look() {
        NodeState state = lookout.state();
        return Reading.of(
                        "kulanz.sending.up",
                        "1: this node may send, as far as it knows; 0: nothing leaves it",
                        state == NodeState.SENDING ? 1 : 0)
                .wrongIf(
                        state == NodeState.NO_HOME || state == NodeState.LOOKING,
                        "",
                        state == NodeState.NO_HOME ? 0 : 1);
    }
}

package dev.kulanz.departures;

import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether all sending rests, as seen from this node. */
@Component
public class SendingRests {

    private final Lookout lookout;
    private final RestTable table;

    SendingRests(Lookout lookout, RestTable table) {
        this.lookout = lookout;
        this.table = table;
    }

    public NodeState node() {
        return lookout.state();
    }

    /** What a person has to release, on whatever node it was noticed. */
    public Optional<Rest> active() {
        return table.active();
    }

    /** Whether nothing may leave this node now. */
    public boolean isResting() {
        return node() != NodeState.SENDING || table.active().isPresent();
    }

    /** The highest number of a departure from this node. */
    public long noted() {
        return lookout.noted();
    }

    /** A person says that this database was restored from a backup: sending rests until it is released. Once is enough. */
    public void place() {
        if (table.active().isEmpty()) {
            lookout.restBecauseAPersonSaysSo();
        }
    }

    /**
     * Sending goes on, but for what a person has not decided yet.
     *
     * @throws Refusal nothing rests under this id, or it is still being found out what may have left
     */
    @Transactional
    public void release(UUID id) {
        Rest rest = table.active()
                .filter(one -> one.id().equals(id))
                .orElseThrow(() -> Refusal.conflict(Said.of("sending.rest.over", "This was released before.")));
        if (!rest.marked()) {
            throw Refusal.conflict(Said.of(
                    "sending.rest.early", "It is still being found out what may have left: please wait a moment."));
        }
        table.release(rest);
    }

    /** The node looks at once, not when it would next. */
    public void look() {
        lookout.look();
    }
}

package dev.kulanz.departures;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Follows how far what was due when sending began to rest has been decided. */
@Component
public class CatchingUp {

    private final RestTable table;
    private final DepartedTable departed;
    private final List<CatchUp> all;

    CatchingUp(RestTable table, DepartedTable departed, List<CatchUp> all) {
        this.table = table;
        this.departed = departed;
        this.all = List.copyOf(all);
    }

    /** The rest that is in force, with how far it has come by now; empty: nothing rests. */
    public Optional<Rest> look() {
        Optional<Rest> rest = table.active();
        if (rest.isPresent() && rest.get().caughtUpSeq() == null) {
            if (all.stream().allMatch(one -> one.isDone(rest.get().noticedAt()))) {
                table.caughtUp(rest.get(), departed.lastDecision());
                return table.active();
            }
        }
        return rest;
    }

    /** All that may have left has been found. */
    public void marked(Rest rest) {
        table.marked(rest);
    }
}

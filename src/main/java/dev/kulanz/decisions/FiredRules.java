package dev.kulanz.decisions;

import java.util.List;
import java.util.Objects;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;

/** Which rules of a table fired in one evaluation; travels with its context, as the runtime serves all threads. */
final class FiredRules {

    private static final String KEY = "dev.kulanz.firedRules";

    private List<Integer> selected = List.of();

    private FiredRules() {}

    static FiredRules watch(DMNContext context) {
        FiredRules fired = new FiredRules();
        context.getMetadata().set(KEY, fired);
        return fired;
    }

    /** From 0, in rule order. */
    List<Integer> indices() {
        return selected.stream().map(row -> row - 1).toList();
    }

    /** Notes what KIE selected. */
    static final class Listener implements DMNRuntimeEventListener {
        @Override
        public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
            Object fired = event.getResult().getContext().getMetadata().get(KEY);
            if (fired instanceof FiredRules rules) {
                rules.selected = Objects.requireNonNullElse(event.getSelected(), List.of());
            }
        }
    }
}

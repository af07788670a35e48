package dev.kulanz.decisions;

import dev.kulanz.decisions.DecisionTable.HitPolicy;
import dev.kulanz.decisions.DecisionTable.Input;
import dev.kulanz.decisions.DecisionTable.Output;
import dev.kulanz.decisions.DecisionTable.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Loads FEEL in the background once the application is ready: the first table takes about a second, which should
 * pass neither before the start nor in the first decision of a case, which holds locks.
 */
@Component
class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private static final DecisionTable SMALLEST = new DecisionTable(
            "warm-up",
            HitPolicy.RULE_ORDER,
            List.of(new Input("step", null, "")),
            List.of(new Output("answer", null, "")),
            List.of(new Rule("only", List.of("\"warm-up\""), List.of("1"))));

    private final TableCompiler compiler;

    WarmUp(TableCompiler compiler) {
        this.compiler = compiler;
    }

    @EventListener(ApplicationReadyEvent.class)
    void inBackground() {
        Thread thread = new Thread(this::decideOnce, "drools-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private void decideOnce() {
        try {
            decide();
        } catch (RuntimeException e) {
            LOG.warn("Drools could not be warmed up; the first decision will be slow or fail", e);
        }
    }

    Verdict decide() {
        CompiledTable table = Objects.requireNonNull(
                compiler.compile(SMALLEST, compiler.cells(SMALLEST, Moment.USE), "none", new Findings()));
        Map<String, Object> inputs = new HashMap<>(Map.of("step", "warm-up"));
        return table.evaluate(inputs);
    }
}

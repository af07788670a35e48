package dev.kulanz.decisions;

import dev.kulanz.decisions.RuleSource.RuleFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.stereotype.Component;

/** The tables last used, each compiled once however many ask for it at the same time. */
@Component
class CompiledTables {

    private static final int MOST_KEPT = 64;

    private final TableCompiler compiler;
    private final Map<String, FutureTask<CompiledTable>> tables = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FutureTask<CompiledTable>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    CompiledTables(TableCompiler compiler) {
        this.compiler = compiler;
    }

    /** @throws DecisionFailed with all findings if the file can't be compiled */
    CompiledTable of(RuleFile file) {
        FutureTask<CompiledTable> task;
        synchronized (tables) {
            task = tables.computeIfAbsent(file.id(), any -> new FutureTask<>(() -> compile(file)));
        }
        // only the first run does anything; the others wait for it in get
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DecisionFailed(file.decisionKey(), "the thread was interrupted while its table was compiled");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DecisionFailed failed) {
                throw failed;
            }
            synchronized (tables) {
                tables.remove(file.id(), task);
            }
            throw new IllegalStateException(
                    "The table of the decision '%s' can't be compiled".formatted(file.decisionKey()), e.getCause());
        }
    }

    private CompiledTable compile(RuleFile file) {
        Findings findings = new Findings();
        CompiledTable table = compiler.compile(file.resourceName(), file.content(), findings);
        if (table == null) {
            throw new DecisionFailed(
                    file.decisionKey(), String.join("; ", findings.told().findings()));
        }
        if (!table.decisionKey().equals(file.decisionKey())) {
            throw new DecisionFailed(
                    file.decisionKey(),
                    "the file %s holds the decision '%s'".formatted(file.resourceName(), table.decisionKey()));
        }
        return table;
    }
}

package dev.kulanz.journey.rules;

import dev.kulanz.decisions.RuleSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The rule files in the engine's repository. A deployment of this node is seen at once, one of another node within
 * {@link #LONGEST_KEPT}: a query for each decision would cost more than the decision.
 */
@Component
class DeployedRules implements RuleSource {

    static final Duration LONGEST_KEPT = Duration.ofSeconds(5);
    private static final int MOST_FILES = 64;

    private final Supplier<ProcessEngineConfigurationImpl> engine;
    private final LongSupplier nanoseconds;
    private final AtomicInteger deployments = new AtomicInteger();
    private final Map<String, InForce> inForce = new ConcurrentHashMap<>();
    private final Map<String, RuleFile> files = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RuleFile> eldest) {
            return size() > MOST_FILES;
        }
    };

    /** Known to be in force when so many deployments of this node had been committed. */
    private record InForce(RuleFile file, int deployments, long readAt) {}

    @Autowired
    DeployedRules(ObjectProvider<ProcessEngine> engine) {
        this(
                () -> (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration(),
                System::nanoTime);
    }

    DeployedRules(Supplier<ProcessEngineConfigurationImpl> engine, LongSupplier nanoseconds) {
        this.engine = engine;
        this.nanoseconds = nanoseconds;
    }

    @Override
    public RuleFile inForce(String decisionKey) {
        int present = deployments.get();
        long now = nanoseconds.getAsLong();
        InForce known = inForce.get(decisionKey);
        if (known == null || known.deployments() != present || now - known.readAt() > LONGEST_KEPT.toNanos()) {
            RuleFile file = run(context -> latest(context, decisionKey))
                    .orElseThrow(
                            () -> new IllegalArgumentException("There is no decision '%s'".formatted(decisionKey)));
            known = new InForce(file, present, now);
            inForce.put(decisionKey, known);
        }
        return known.file();
    }

    @Override
    public Stream<RuleFile> versions(String decisionKey) {
        return run(context -> context.getProcessEngineConfiguration()
                        .getRepositoryService()
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(decisionKey)
                        .orderByDecisionDefinitionVersion()
                        .desc()
                        .list())
                .stream()
                .map(this::of);
    }

    /** The file of one version of a decision. */
    RuleFile of(DecisionDefinition version) {
        synchronized (files) {
            RuleFile known = files.get(version.getId());
            if (known != null) {
                return known;
            }
        }
        RuleFile file = run(context -> read(context, version));
        synchronized (files) {
            files.put(file.id(), file);
        }
        return file;
    }

    void forgetInForce() {
        deployments.incrementAndGet();
    }

    /** Rules are read for the system's own work, whoever is logged in. */
    private <T> T run(Command<T> command) {
        return engine.get()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> command.execute(context)));
    }

    private Optional<RuleFile> latest(CommandContext context, String decisionKey) {
        return Optional.ofNullable(
                        context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(decisionKey))
                .map(this::of);
    }

    private static RuleFile read(CommandContext context, DecisionDefinition version) {
        byte[] content = context.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(version.getDeploymentId(), version.getResourceName())
                .getBytes();
        return new RuleFile(
                version.getId(),
                version.getKey(),
                version.getResourceName(),
                new String(content, StandardCharsets.UTF_8));
    }
}

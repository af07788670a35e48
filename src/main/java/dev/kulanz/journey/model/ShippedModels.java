package dev.kulanz.journey.model;

import dev.kulanz.shared.BusinessClock;
import java.io.ByteArrayInputStream;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The models that come with the application. They are deployed when it starts, before any job runs: each one that is new
 * or replaces a version that we shipped. Where a process owner has deployed a version of his own, his stays in force.
 */
public class ShippedModels implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedModels.class);

    /** Name and source of our deployments. */
    static final String OURS = "kulanz";

    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final BusinessClock clock;
    private final Supplier<List<ShippedModel>> shipped;

    ShippedModels(
            ProcessEngine engine,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            BusinessClock clock,
            Supplier<List<ShippedModel>> shipped) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.shipped = shipped;
    }

    /** Names of the files of which the owner's version is in force although a newer shipped one has never been. */
    public List<String> newerShipped() {
        return shipped.get().stream()
                .filter(model -> inForce(model)
                        .filter(version -> !isOurs(model, version) && !isSame(model, version))
                        .isPresent())
                .filter(model -> !wasDeployed(model.file(), model.hash()))
                .map(ShippedModel::file)
                .toList();
    }

    /** The files that come with the application, by name. */
    public Map<String, byte[]> files() {
        return shipped.get().stream().collect(Collectors.toMap(ShippedModel::file, ShippedModel::content));
    }

    /** The file in force of what a file of this name defines; empty if there is none. */
    public Optional<byte[]> inForce(String file) {
        return version(file).map(EngineModels.Version::content);
    }

    @Override
    public void afterSingletonsInstantiated() {
        deploy();
    }

    /** Deploys what has to be; a second call changes nothing. */
    void deploy() {
        transaction.executeWithoutResult(status -> {
            waitForOtherNodes(jdbc);
            List<ShippedModel> due = shipped.get().stream().filter(this::isDue).toList();
            if (!due.isEmpty()) {
                deploy(due);
            }
        });
        newerShipped()
                .forEach(file -> LOG.info("A newer {} is shipped, but the process owner's version is in force.", file));
    }

    /** Several may start at once; each holds the others until its transaction ends. */
    static void waitForOtherNodes(JdbcClient jdbc) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('kulanz shipped models'))")
                .query((row, number) -> true)
                .single();
    }

    private void deploy(List<ShippedModel> models) {
        var deployment =
                engine.getRepositoryService().createDeployment().name(OURS).source(OURS);
        for (ShippedModel model : models) {
            deployment.addInputStream(model.file(), new ByteArrayInputStream(model.content()));
            jdbc.sql("""
                            insert into shipped_model (resource_name, content_hash, deployed_at)
                            values (:file, :hash, :now) on conflict do nothing""")
                    .param("file", model.file())
                    .param("hash", model.hash())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        }
        deployment.deploy();
        LOG.info("Deployed {}", models.stream().map(ShippedModel::file).toList());
    }

    private boolean isDue(ShippedModel model) {
        return inForce(model)
                .map(version -> !isSame(model, version) && isOurs(model, version))
                .orElse(true);
    }

    private static boolean isSame(ShippedModel model, EngineModels.Version version) {
        return model.hash().equals(ShippedModel.hash(version.content()));
    }

    /** Both must be so: an owner may deploy an older shipped version again because he wants that one. */
    private boolean isOurs(ShippedModel model, EngineModels.Version version) {
        return OURS.equals(version.source()) && wasDeployed(model.file(), ShippedModel.hash(version.content()));
    }

    private boolean wasDeployed(String file, String hash) {
        return jdbc.sql(
                        "select exists (select from shipped_model where resource_name = :file and content_hash = :hash)")
                .param("file", file)
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    private Optional<EngineModels.Version> inForce(ShippedModel model) {
        return version(model.file());
    }

    private Optional<EngineModels.Version> version(String file) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> new EngineModels(context).inForce(file));
    }
}

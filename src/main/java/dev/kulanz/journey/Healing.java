package dev.kulanz.journey;

import java.sql.Array;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What failed is tried again once a model has arrived that may heal it, through whichever door it came. The deployment only
 * writes down that it did; everything else happens after its commit, in the background, once for each deployment.
 */
@Component
class Healing {

    private static final Logger LOG = LoggerFactory.getLogger(Healing.class);
    private static final Clock REAL_TIME = Clock.systemUTC();

    /** Other nodes hear of a new table a little later ({@code DeployedRules}): until then work fails there as before. */
    private static final Duration UNTIL_ALL_NODES_KNOW = Duration.ofSeconds(6);

    private final JdbcClient jdbc;
    private final Retries retries;
    private final TransactionTemplate transaction;
    private final Duration delay;

    Healing(JdbcClient jdbc, Retries retries, DueTimers timers, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.retries = retries;
        this.transaction = transaction;
        this.delay = timers.areFiredByTheEngine() ? UNTIL_ALL_NODES_KNOW : Duration.ZERO; // else there is one node
    }

    /** Within the transaction of a deployment. */
    static void arrived(DeploymentEntity deployment, JdbcClient jdbc) {
        List<String> models = new ArrayList<>();
        artifacts(deployment, ProcessDefinitionEntity.class).forEach(one -> models.add(ModelKey.process(one.getKey())));
        artifacts(deployment, DecisionDefinitionEntity.class)
                .forEach(one -> models.add(ModelKey.decision(one.getKey())));
        artifacts(deployment, CamundaFormDefinitionEntity.class)
                .forEach(one -> models.add(ModelKey.form(one.getKey())));
        jdbc.sql("insert into model_arrival (deployment_id, models, arrived_at) values (:id, :models, :now)")
                .param("id", deployment.getId())
                .param("models", models.toArray(String[]::new))
                .param("now", Timestamp.from(REAL_TIME.instant()))
                .update();
    }

    private static <T> List<T> artifacts(DeploymentEntity deployment, Class<T> type) {
        return Optional.ofNullable(deployment.getDeployedArtifacts(type)).orElse(List.of());
    }

    /** Looks what the next deployment may heal; false if there is none. */
    boolean run() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<List<String>> models = taken();
            models.ifPresent(arrived -> {
                int wanted = retries.want(arrived);
                if (wanted > 0) {
                    LOG.info("{} arrived: {} failures are tried again", arrived, wanted);
                }
            });
            return models.isPresent();
        }));
    }

    private Optional<List<String>> taken() {
        return jdbc.sql("""
                        delete from model_arrival where deployment_id = (
                            select deployment_id from model_arrival where arrived_at <= :known
                            order by arrived_at limit 1 for update skip locked)
                        returning models""")
                .param("known", Timestamp.from(REAL_TIME.instant().minus(delay)))
                .query((row, number) -> strings(row.getArray("models")))
                .optional();
    }

    private static List<String> strings(Array array) throws java.sql.SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}

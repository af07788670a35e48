package dev.kulanz.journey.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Models were let in by the checks of their day, and checks become stricter. At each start what process owners have in force
 * is looked at by those of today. What they say stands in the log and on the desk; the models go on, or fail where they are
 * used.
 */
@Component
class CheckedAnew {

    private static final Logger LOG = LoggerFactory.getLogger(CheckedAnew.class);

    private static final String THEIRS = ModelWarnings.FILES_IN_FORCE + """
            select v.deployment_id_ as deployment_id, v.resource_name_ as name, b.bytes_ as content
            from files_in_force v
            join act_re_deployment d on d.id_ = v.deployment_id_ and d.source_ is distinct from :ours
            join act_ge_bytearray b on b.deployment_id_ = v.deployment_id_ and b.name_ = v.resource_name_
            order by v.resource_name_""";

    private final ProcessEngine engine;
    private final ModelCheck check;
    private final ModelWarnings warnings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    CheckedAnew(
            ProcessEngine engine,
            ModelCheck check,
            ModelWarnings warnings,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.engine = engine;
        this.check = check;
        this.warnings = warnings;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Model(String deploymentId, String name, byte[] content) {}

    /** The application is there also if a check fails. */
    @EventListener(ApplicationReadyEvent.class)
    void check() {
        try {
            transaction.executeWithoutResult(status -> checkAll());
        } catch (RuntimeException e) {
            LOG.warn("What is in force could not be checked anew", e);
        }
    }

    private void checkAll() {
        ShippedModels.waitForOtherNodes(jdbc);
        List<Model> theirs = jdbc.sql(THEIRS)
                .param("ours", ShippedModels.OURS)
                .query(Model.class)
                .list();
        if (theirs.isEmpty()) {
            return;
        }
        Map<String, String> texts = new TreeMap<>();
        theirs.forEach(model -> texts.put(model.name(), new String(model.content(), StandardCharsets.UTF_8)));
        List<Finding> findings = findings(texts);
        theirs.stream().collect(Collectors.groupingBy(Model::deploymentId)).forEach((deployment, models) -> {
            List<Finding> said = new ArrayList<>(findings);
            said.removeIf(
                    finding -> models.stream().noneMatch(model -> model.name().equals(finding.resource())));
            said.stream()
                    .filter(Finding::refuses)
                    .forEach(finding -> LOG.warn("In force, but would be refused today: {}", finding.line()));
            warnings.replace(deployment, said);
        });
    }

    private List<Finding> findings(Map<String, String> texts) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> check.check(texts, new EngineModels(context)));
    }
}

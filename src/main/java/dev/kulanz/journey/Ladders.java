package dev.kulanz.journey;

import dev.kulanz.cases.DunningCase;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ladders that are deployed, the last used of them read once. */
@Component
class Ladders {

    /** More than are in use; who deploys each day for years must not fill the memory. */
    private static final int MOST_READ = 64;

    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final LastUsed<String, Ladder> read = new LastUsed<>(MOST_READ);

    Ladders(RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /**
     * The one ladder of a case: in the version that runs for it, whatever was deployed since; the version in force where
     * none runs yet. Empty if its journey was not started.
     */
    Optional<Ladder> of(DunningCase of) {
        return Optional.ofNullable(of.journey())
                .map(journey ->
                        running(of.number(), journey).map(this::ofDefinition).orElseGet(() -> latest(journey)));
    }

    private Optional<String> running(String caseNumber, String journey) {
        return jdbc.sql("""
                        select p.proc_def_id_ from act_ru_execution p join act_re_procdef d on d.id_ = p.proc_def_id_
                        where p.business_key_ = :case and p.parent_id_ is null and p.super_exec_ is null
                          and d.key_ = :journey
                        order by p.id_ limit 1""")
                .param("case", caseNumber)
                .param("journey", journey)
                .query(String.class)
                .optional();
    }

    /** This very version. */
    Ladder ofDefinition(String definitionId) {
        return read.get(definitionId, id -> LadderReading.read(repository.getBpmnModelInstance(id)));
    }

    /** The version in force. */
    Ladder latest(String processId) {
        return ofDefinition(definition(processId).getId());
    }

    boolean exists(String processId) {
        return repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(processId)
                        .count()
                > 0;
    }

    private ProcessDefinition definition(String processId) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processId)
                .latestVersion()
                .singleResult();
    }
}

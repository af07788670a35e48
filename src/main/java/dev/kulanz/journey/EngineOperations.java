package dev.kulanz.journey;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.journey.model.ShippedModels;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Failed jobs of the engine. */
@Component
class EngineOperations implements Operations {

    /** The engine's tenant is the creditor. What failed in a called process is told of its caller again, without a job. */
    private static final String FAILED = """
             from act_ru_incident i
            where i.incident_type_ = 'failedJob' and i.configuration_ is not null
              and (:all or i.tenant_id_ = any(:creditors))""";

    private final JdbcClient jdbc;
    private final ManagementService management;
    private final ShippedModels models;
    private final DiagramWords words;

    EngineOperations(JdbcClient jdbc, ManagementService management, ShippedModels models, DiagramWords words) {
        this.jdbc = jdbc;
        this.management = management;
        this.models = models;
        this.words = words;
    }

    private record Row(
            String id,
            Instant since,
            @Nullable String caseNumber,
            @Nullable String process,
            @Nullable String element,
            @Nullable String message) {}

    @Override
    public List<Incident> incidents(CreditorScope scope, int page, int size) {
        return in(scope, """
                        select i.configuration_ as id, i.incident_timestamp_ at time zone current_setting('TimeZone') as since,
                               p.business_key_ as case_number, d.key_ as process, i.activity_id_ as element,
                               i.incident_msg_ as message
                        from (select i.* %s order by i.incident_timestamp_, i.id_ limit :size offset :offset) i
                        left join act_ru_execution p on p.id_ = i.proc_inst_id_
                        left join act_re_procdef d on d.id_ = i.proc_def_id_
                        order by i.incident_timestamp_, i.id_""".formatted(FAILED))
                .param("size", size)
                .param("offset", (long) page * size)
                .query(Row.class)
                .list()
                .stream()
                .map(row -> new Incident(
                        row.id(),
                        row.since(),
                        row.caseNumber(),
                        where(row),
                        row.message() == null ? "The work failed without a message." : row.message()))
                .toList();
    }

    private String where(Row row) {
        return row.process() == null || row.element() == null ? "" : words.of(row.process(), row.element());
    }

    @Override
    public long countIncidents(CreditorScope scope) {
        return in(scope, "select count(*) " + FAILED).query(Long.class).single();
    }

    @Override
    public boolean retry(String incidentId, CreditorScope scope) {
        boolean ours = in(scope, "select exists (select 1 %s and i.configuration_ = :id)".formatted(FAILED))
                .param("id", incidentId)
                .query(Boolean.class)
                .single();
        if (ours) {
            management.setJobRetries(incidentId, 1);
        }
        return ours;
    }

    private JdbcClient.StatementSpec in(CreditorScope scope, String sql) {
        return jdbc.sql(sql).param("all", scope.all()).param("creditors", scope.idArray());
    }

    @Override
    public List<String> newerShippedModels() {
        return models.newerShipped();
    }
}

package dev.kulanz.journey;

import static dev.kulanz.journey.OpenFailures.OURS;
import static dev.kulanz.journey.OpenFailures.WITH_FAILED;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.journey.model.ModelWarnings;
import dev.kulanz.journey.model.Severity;
import dev.kulanz.journey.model.ShippedModels;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What failed, by its cause. */
@Component
class EngineOperations implements Operations {

    /** So many cases of a group are named at once. */
    private static final int NAMED = 5;

    private static final String TABLE_NAME = """
            (select coalesce(d.name_, d.key_) from act_re_decision_def d where d.key_ = %s.decision
             order by d.version_ desc limit 1)""";

    private final JdbcClient jdbc;
    private final Retries retries;
    private final StalledCases stalled;
    private final ShippedModels models;
    private final ModelWarnings warnings;
    private final DiagramWords words;

    EngineOperations(
            JdbcClient jdbc,
            Retries retries,
            StalledCases stalled,
            ShippedModels models,
            ModelWarnings warnings,
            DiagramWords words) {
        this.jdbc = jdbc;
        this.retries = retries;
        this.stalled = stalled;
        this.models = models;
        this.warnings = warnings;
        this.words = words;
    }

    @Override
    public List<Group> groups(CreditorScope scope, int page, int size) {
        PlaceNames names = new PlaceNames(words);
        return in(scope, WITH_FAILED + """
                        , ours as (select * from failed where %s),
                        grouped as (
                            select cause, count(*) as count, min(since) as begin,
                                   (array_agg(id order by since, id))[1] as first_id
                            from ours group by cause
                            order by count desc, begin, cause limit :size offset :offset)
                        select o.kind, o.id, o.cause, o.since, o.case_number, o.process, o.element, o.decision, o.said,
                               %s as table_name, g.count,
                               (select count(*) from ours w join retry r on r.kind = w.kind and r.id = w.id
                                where w.cause = g.cause) as waiting,
                               array(select distinct n.case_number
                                     from (select w.case_number from ours w where w.cause = g.cause
                                           and w.case_number is not null order by w.since, w.id limit :named) n) as cases
                        from grouped g join ours o on o.id = g.first_id and o.cause = g.cause
                        order by g.count desc, g.begin, g.cause""".formatted(OURS, TABLE_NAME.formatted("o")))
                .param("size", size)
                .param("offset", (long) page * size)
                .param("named", NAMED)
                .query((row, number) ->
                        new Group(incident(row, names), row.getLong("count"), row.getLong("waiting"), List.of((String[])
                                row.getArray("cases").getArray())))
                .list();
    }

    @Override
    public long countGroups(CreditorScope scope) {
        return in(scope, WITH_FAILED + "select count(distinct cause) from failed where " + OURS)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Incident> incidents(String cause, CreditorScope scope, int page, int size) {
        PlaceNames names = new PlaceNames(words);
        return in(scope, WITH_FAILED + """
                        select kind, id, cause, since, case_number, process, element, decision, said, %s as table_name
                        from failed where cause = :cause and %s
                        order by since, id limit :size offset :offset""".formatted(TABLE_NAME.formatted("failed"), OURS))
                .param("cause", cause)
                .param("size", size)
                .param("offset", (long) page * size)
                .query((row, number) -> incident(row, names))
                .list();
    }

    @Override
    public long countIncidents(String cause, CreditorScope scope) {
        return in(scope, WITH_FAILED + "select count(*) from failed where cause = :cause and " + OURS)
                .param("cause", cause)
                .query(Long.class)
                .single();
    }

    @Override
    public long countIncidents(CreditorScope scope) {
        return in(scope, WITH_FAILED + "select count(*) from failed where " + OURS)
                .query(Long.class)
                .single();
    }

    @Override
    public long countTriedAgain(CreditorScope scope) {
        return in(scope, """
                        select count(*) from (
                            select j.tenant_id_ as creditor_id from failure f
                            join act_ru_job j on f.kind = 'JOB' and j.id_ = f.id and j.retries_ > 0
                            union all
                            select k.creditor_id from failure f
                            join dunning_case k on f.kind = 'START' and k.number = f.id and k.status = 'OPEN'
                                and k.journey_started_at is null and k.next_start_at is null
                            union all
                            select k.creditor_id from failure f
                            join signal s on f.kind = 'SIGNAL' and s.id::text = f.id and s.next_attempt_at = %s
                            join dunning_case k on k.number = s.case_number) tried
                        where %s""".formatted(OpenFailures.WANTED_NOW, OURS))
                .query(Long.class)
                .single();
    }

    private static Incident incident(ResultSet row, PlaceNames names) throws SQLException {
        String process = row.getString("process");
        String element = row.getString("element");
        String decision = row.getString("decision");
        String table = row.getString("table_name");
        return new Incident(
                row.getString("id"),
                row.getString("cause"),
                switch (Failures.Kind.valueOf(row.getString("kind"))) {
                    case JOB -> Kind.STEP;
                    case START -> Kind.START;
                    case SIGNAL -> Kind.NEWS;
                    case CASE -> Kind.CIRCLE;
                },
                row.getTimestamp("since").toInstant(),
                row.getString("case_number"),
                process == null ? null : names.ofDiagram(process),
                process == null || element == null ? null : names.of(process, element),
                table == null ? decision : table,
                FailureCause.inWords(row.getString("said")));
    }

    @Override
    public boolean retry(String incidentId, CreditorScope scope) {
        List<String> kinds = in(scope, WITH_FAILED + "select kind from failed where id = :id and " + OURS)
                .param("id", incidentId)
                .query(String.class)
                .list();
        kinds.forEach(kind -> retries.now(kind, incidentId));
        return !kinds.isEmpty();
    }

    @Override
    public int retryAll(String cause, CreditorScope scope) {
        return retries.want(cause, scope);
    }

    @Override
    public int restartAll(CreditorScope scope) {
        return retries.wantAnew(stalled.numbers(scope));
    }

    private JdbcClient.StatementSpec in(CreditorScope scope, String sql) {
        return jdbc.sql(sql).param("all", scope.all()).param("creditors", scope.idArray());
    }

    @Override
    public List<String> newerShippedModels() {
        return models.newerShipped();
    }

    @Override
    public List<ModelWarning> modelWarnings() {
        return warnings.inForce().stream()
                .map(said -> new ModelWarning(
                        said.severity() == Severity.REFUSAL,
                        said.resource(),
                        said.elementId(),
                        said.elementName(),
                        said.sentence()))
                .toList();
    }
}

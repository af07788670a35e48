package dev.kulanz.journey.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was to be said of models that were deployed all the same. Camunda Modeler shows only that a deployment succeeded, so
 * it is kept for the desk.
 */
@Component
public class ModelWarnings {

    /** The files of the versions in force. */
    static final String FILES_IN_FORCE = """
            with files_in_force as (
                select distinct deployment_id_, resource_name_ from (
                    select deployment_id_, resource_name_, version_ = max(version_) over (partition by key_) as latest
                    from act_re_procdef
                    union all
                    select deployment_id_, resource_name_, version_ = max(version_) over (partition by key_)
                    from act_re_decision_def
                    union all
                    select deployment_id_, resource_name_, version_ = max(version_) over (partition by key_)
                    from act_re_camformdef) versions
                where latest)
            """;

    private static final String IN_FORCE = FILES_IN_FORCE + """
            select w.resource_name as resource, w.element_id, w.element_name, w.severity, w.sentence
            from model_warning w join files_in_force v
              on v.deployment_id_ = w.deployment_id and v.resource_name_ = w.resource_name
            order by w.resource_name, w.place""";

    private final JdbcClient jdbc;

    ModelWarnings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the versions in force, file by file. */
    public List<Finding> inForce() {
        return jdbc.sql(IN_FORCE).query(Finding.class).list();
    }

    /**
     * Of all files of a request: those that it deployed, and those that are in force by other deployments and stay so.
     *
     * @param deploymentId what the engine answered; also one of the others if nothing was deployed
     * @param inForce those that were in force before, by their names in the request
     */
    List<Finding> of(String deploymentId, Map<String, AskedFiles.Place> inForce) {
        Map<String, AskedFiles.Place> files = new TreeMap<>(inForce);
        if (inForce.values().stream().noneMatch(place -> place.deploymentId().equals(deploymentId))) {
            jdbc.sql("select name_ from act_ge_bytearray where deployment_id_ = :deployment")
                    .param("deployment", deploymentId)
                    .query(String.class)
                    .list()
                    .forEach(name -> files.put(name, new AskedFiles.Place(deploymentId, name)));
        }
        return jdbc.sql("""
                        select w.resource_name as resource, w.element_id, w.element_name, w.severity, w.sentence
                        from model_warning w
                        join unnest(cast(:deployments as text[]), cast(:files as text[])) as f(deployment_id, name)
                          on f.deployment_id = w.deployment_id and f.name = w.resource_name
                        order by w.resource_name, w.place""")
                .param("deployments", texts(files.values(), AskedFiles.Place::deploymentId))
                .param("files", texts(files.values(), AskedFiles.Place::name))
                .query(Finding.class)
                .list();
    }

    private static <T> @Nullable String[] texts(Collection<T> all, Function<T, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    /** In the place of what was said of a deployment before. */
    void replace(String deploymentId, List<Finding> findings) {
        jdbc.sql("delete from model_warning where deployment_id = :deployment")
                .param("deployment", deploymentId)
                .update();
        keep(deploymentId, findings);
    }

    /** Within the transaction of the deployment. What was said of one that is deleted by now goes. */
    void keep(String deploymentId, List<Finding> warnings) {
        jdbc.sql("""
                        delete from model_warning w
                        where not exists (select from act_re_deployment d where d.id_ = w.deployment_id)""").update();
        if (warnings.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into model_warning (deployment_id, resource_name, place, element_id, element_name, severity, sentence)
                        select :deployment, w.resource, w.place - 1, w.element, w.name, w.severity, w.sentence
                        from unnest(cast(:resources as text[]), cast(:elements as text[]), cast(:names as text[]),
                                    cast(:severities as text[]), cast(:sentences as text[])) with ordinality
                             as w(resource, element, name, severity, sentence, place)""")
                .param("deployment", deploymentId)
                .param("resources", texts(warnings, Finding::resource))
                .param("elements", texts(warnings, Finding::elementId))
                .param("names", texts(warnings, Finding::elementName))
                .param("severities", texts(warnings, warning -> warning.severity()
                        .name()))
                .param("sentences", texts(warnings, Finding::sentence))
                .update();
    }
}

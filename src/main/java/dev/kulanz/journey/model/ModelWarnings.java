package dev.kulanz.journey.model;

import java.util.List;
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

    /** Of one deployment. */
    List<Finding> of(String deploymentId) {
        return jdbc.sql("""
                        select resource_name as resource, element_id, element_name, severity, sentence
                        from model_warning where deployment_id = :deployment order by resource_name, place""")
                .param("deployment", deploymentId)
                .query(Finding.class)
                .list();
    }

    /** In the place of what was said of a deployment before. */
    void replace(String deploymentId, List<Finding> findings) {
        jdbc.sql("delete from model_warning where deployment_id = :deployment")
                .param("deployment", deploymentId)
                .update();
        keep(deploymentId, findings);
    }

    /** Within the transaction of the deployment. */
    void keep(String deploymentId, List<Finding> warnings) {
        for (int place = 0; place < warnings.size(); place++) {
            Finding warning = warnings.get(place);
            jdbc.sql("""
                            insert into model_warning (deployment_id, resource_name, place, element_id, element_name, severity, sentence)
                            values (:deployment, :resource, :place, :element, :name, :severity, :sentence)""")
                    .param("deployment", deploymentId)
                    .param("resource", warning.resource())
                    .param("place", place)
                    .param("element", warning.elementId())
                    .param("name", warning.elementName())
                    .param("severity", warning.severity().name())
                    .param("sentence", warning.sentence())
                    .update();
        }
    }
}

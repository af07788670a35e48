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

    private static final String IN_FORCE = """
            select w.resource_name as resource, w.element_id, w.element_name, 'WARNING' as severity, w.sentence
            from model_warning w
            join (select d.deployment_id_, d.resource_name_, d.version_ = max(d.version_) over (partition by d.key_) as latest
                  from act_re_procdef d
                  union all
                  select d.deployment_id_, d.resource_name_, d.version_ = max(d.version_) over (partition by d.key_)
                  from act_re_decision_def d
                  union all
                  select d.deployment_id_, d.resource_name_, d.version_ = max(d.version_) over (partition by d.key_)
                  from act_re_camformdef d) v
              on v.deployment_id_ = w.deployment_id and v.resource_name_ = w.resource_name and v.latest
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
                        select resource_name as resource, element_id, element_name, 'WARNING' as severity, sentence
                        from model_warning where deployment_id = :deployment order by resource_name, place""")
                .param("deployment", deploymentId)
                .query(Finding.class)
                .list();
    }

    /** Within the transaction of the deployment. */
    void keep(String deploymentId, List<Finding> warnings) {
        for (int place = 0; place < warnings.size(); place++) {
            Finding warning = warnings.get(place);
            jdbc.sql("""
                            insert into model_warning (deployment_id, resource_name, place, element_id, element_name, sentence)
                            values (:deployment, :resource, :place, :element, :name, :sentence)""")
                    .param("deployment", deploymentId)
                    .param("resource", warning.resource())
                    .param("place", place)
                    .param("element", warning.elementId())
                    .param("name", warning.elementName())
                    .param("sentence", warning.sentence())
                    .update();
        }
    }
}

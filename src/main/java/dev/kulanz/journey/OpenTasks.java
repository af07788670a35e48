package dev.kulanz.journey;

import dev.kulanz.access.CreditorScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much waits for a person in Tasklist. */
@Component
public class OpenTasks {

    private final JdbcClient jdbc;

    OpenTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a person has a task of a case. */
    boolean areAny(String caseNumber) {
        return jdbc.sql("""
                        select exists (
                            select 1 from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_
                            where p.business_key_ = :case)""").param("case", caseNumber).query(Boolean.class).single();
    }

    /** Open tasks that concern cases of these creditors. */
    public long count(CreditorScope scope) {
        return jdbc.sql("select count(*) from act_ru_task where :all or tenant_id_ = any(:creditors)")
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .query(Long.class)
                .single();
    }
}

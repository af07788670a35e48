package dev.kulanz.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.KulanzTest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KulanzTest
class KulanzHistoryTests {

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private HistoryService history;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcClient jdbc;

    @RegisterExtension
    private final OpenCase opened = new OpenCase();

    @BeforeEach
    void workOnACase() {
        String task = opened.task();
        assertThat(tasks.getVariableLocal(task, "caseFacts").toString()).contains("Erika Mustermann");
        tasks.addCandidateGroup(task, "compliance");
        identity.setAuthentication("clerk", List.of("case-workers"), List.of("NORTH"));
        try {
            tasks.claim(task, "clerk");
            forms.submitTaskForm(task, Map.of("decision", "TALKED", "comment", "Erika called"));
        } finally {
            identity.clearAuthentication();
        }
    }

    @Test
    void remembersTheWayAndTheTask() {
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(opened.instance())
                        .list())
                .extracting("activityId")
                .containsExactlyInAnyOrder("Event_CaseOpened", "Task_LookAtCase", "Event_CaseSeen");
        assertThat(history.createHistoricTaskInstanceQuery()
                        .processInstanceId(opened.instance())
                        .singleResult()
                        .getAssignee())
                .isEqualTo("clerk");
    }

    @Test
    void remembersVariablesOfTheInstanceButNotWhatATaskShowed() {
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(opened.instance())
                        .list())
                .extracting(HistoricVariableInstance::getName)
                .containsExactlyInAnyOrder("step", "outcome");
    }

    @Test
    void remembersWhoDidWhat() {
        assertThat(history.createUserOperationLogQuery()
                        .processInstanceId(opened.instance())
                        .userId("clerk")
                        .list())
                .extracting("operationType")
                .contains("Claim", "Complete");
    }

    @Test
    void keepsNeitherDetailsNorCandidates() {
        assertThat(rows("act_hi_detail")).isZero();
        assertThat(rows("act_hi_identitylink")).isZero();
    }

    @Test
    void leavesNoNameOfADebtorAnywhereInTheHistory() {
        assertThat(jdbc.sql("select count(*) from act_hi_varinst where text_ like '%Erika%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql(
                                "select count(*) from act_hi_op_log where new_value_ like '%Erika%' or org_value_ like '%Erika%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from " + table + " where proc_def_key_ = :key")
                .param("key", TestProcess.KEY)
                .query(Long.class)
                .single();
    }
}

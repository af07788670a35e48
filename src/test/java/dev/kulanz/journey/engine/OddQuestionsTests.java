package dev.kulanz.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import dev.kulanz.support.KulanzTest;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.rest.dto.externaltask.ExternalTaskQueryDto;
import org.camunda.bpm.engine.rest.dto.history.HistoricActivityInstanceQueryDto;
import org.camunda.bpm.engine.rest.dto.history.HistoricJobLogQueryDto;
import org.camunda.bpm.engine.rest.dto.history.HistoricProcessInstanceQueryDto;
import org.camunda.bpm.engine.rest.dto.history.HistoricTaskInstanceQueryDto;
import org.camunda.bpm.engine.rest.dto.history.HistoricVariableInstanceQueryDto;
import org.camunda.bpm.engine.rest.dto.identity.GroupQueryDto;
import org.camunda.bpm.engine.rest.dto.management.JobDefinitionQueryDto;
import org.camunda.bpm.engine.rest.dto.runtime.JobQueryDto;
import org.camunda.bpm.engine.rest.dto.runtime.ProcessInstanceQueryDto;
import org.camunda.bpm.engine.rest.dto.runtime.VariableInstanceQueryDto;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each field of each query that is open, with what nobody means: that is the caller's mistake, and none of ours. */
@KulanzTest
@ExtendWith(OutputCaptureExtension.class)
class OddQuestionsTests {

    private static final Map<String, Class<?>> QUERIES = new TreeMap<>(Map.ofEntries(
            Map.entry("task", TaskQueryDto.class),
            Map.entry("group", GroupQueryDto.class),
            Map.entry("process-instance", ProcessInstanceQueryDto.class),
            Map.entry("variable-instance", VariableInstanceQueryDto.class),
            Map.entry("external-task", ExternalTaskQueryDto.class),
            Map.entry("job", JobQueryDto.class),
            Map.entry("job-definition", JobDefinitionQueryDto.class),
            Map.entry("history/process-instance", HistoricProcessInstanceQueryDto.class),
            Map.entry("history/task", HistoricTaskInstanceQueryDto.class),
            Map.entry("history/activity-instance", HistoricActivityInstanceQueryDto.class),
            Map.entry("history/variable-instance", HistoricVariableInstanceQueryDto.class),
            Map.entry("history/job-log", HistoricJobLogQueryDto.class)));

    private final ObjectMapper json = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void areNoFaultOfOurs(CapturedOutput log) {
        EngineDoor door = EngineDoor.rest(port, "admin");
        Map<String, Integer> faults = new TreeMap<>();
        int asked = 0;
        for (Map.Entry<String, Class<?>> query : QUERIES.entrySet()) {
            List<BeanPropertyDefinition> fields = fields(query.getValue());
            assertThat(fields).as(query.getKey()).hasSizeGreaterThan(5);
            for (BeanPropertyDefinition field : fields) {
                for (String value : oddValues(field.getRawPrimaryType())) {
                    String body = "{\"" + field.getName() + "\":" + value + "}";
                    HttpResponse<String> answer = door.post(query.getKey(), body);
                    asked++;
                    if (answer.statusCode() >= 500) {
                        faults.put(query.getKey() + " " + body, answer.statusCode());
                    }
                }
                String address = query.getKey() + "?" + field.getName() + "=";
                HttpResponse<String> answer = door.get(address);
                if (answer.statusCode() >= 500) {
                    faults.put(address, answer.statusCode());
                }
            }
        }
        assertThat(asked).isGreaterThan(500);
        assertThat(faults).isEmpty();
        assertThat(log.getAll().lines().filter(line -> line.startsWith("\tat ")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "task; {'processVariables':[{'name':'x','operator':'gt','value':true}]}",
                "task; {'processVariables':[{'name':'x','operator':'eq','value':[1]}]}",
                "task; {'processVariables':[{'name':'x','operator':'eq','value':{'a':1}}]}",
                "task; {'processVariables':[{'name':null,'operator':'eq','value':1}]}",
                "process-instance; {'variables':[{'name':'x','operator':'eq','value':{}}]}",
                "task; {'sorting':[{'sortBy':'processVariable','sortOrder':'asc'}]}",
                "task; {'sorting':[{'sortBy':'processVariable','sortOrder':'asc','parameters':{'variable':'x','type':'Foo'}}]}",
                "task; {'name':'a','name':'b'}",
                "task; {'taskIdIn':[null]}",
                "task; {'name':'\\ud800'}",
                "history/process-instance; {'processInstanceIds':[]}"
            })
    void areRefused(String query, String body, CapturedOutput log) {
        String text = body.replace('\'', '"');
        for (EngineDoor door : EngineDoor.both(port, "admin")) {
            HttpResponse<String> answer = door.post(query, text);
            assertThat(answer.statusCode())
                    .as("%s %s: %s", door, text, answer.body())
                    .isEqualTo(400);
        }
        assertThat(log.getAll().lines().filter(line -> line.startsWith("\tat ")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"task?includeAssignedTasks=true", "process-definition?version=-1"})
    void areRefusedInAnAddress(String address) {
        HttpResponse<String> answer = EngineDoor.rest(port, "clerk").get(address);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void haveNoMoreConditionsThanSomebodyWouldWrite() {
        String condition = "{\"name\":\"x\",\"operator\":\"eq\",\"value\":1}";
        String many = "{\"variables\":[" + (condition + ",").repeat(20) + condition + "]}";
        HttpResponse<String> answer = EngineDoor.rest(port, "clerk").post("process-instance", many);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("At most 20 conditions");

        String inAddress = "x_eq_1,".repeat(21).replaceFirst(",$", "");
        for (String address : List.of("process-instance?variables=", "task?processVariables=")) {
            answer = EngineDoor.rest(port, "clerk").get(address + inAddress);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("At most 20 conditions");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'name':%s}", "{'nobodyKnows':%s}"})
    void holdNoNumbersAndDepthsThatNobodyWrites(String body) {
        for (String value :
                List.of("9".repeat(5_001), "[".repeat(2_000) + "]".repeat(2_000), "{\"a\":".repeat(5_000))) {
            HttpResponse<String> answer = EngineDoor.rest(port, "clerk")
                    .post("task", body.replace('\'', '"').formatted(value));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        }
    }

    @Test
    void mayFindAsMuchAsOneReadsAndNoMore() {
        jdbc.sql("""
                        insert into act_hi_procinst (id_, proc_inst_id_, proc_def_id_, start_time_, state_, tenant_id_)
                        select 'many-' || n, 'many-' || n, 'many:1:1', now(), 'COMPLETED', 'many'
                        from generate_series(1, 10001) n""").update();
        try {
            EngineDoor door = EngineDoor.rest(port, "admin");
            HttpResponse<String> all = door.get("history/process-instance?tenantIdIn=many");
            assertThat(all.statusCode()).isEqualTo(400);
            assertThat(all.body()).contains("page by page");
            assertThat(door.get("history/process-instance?tenantIdIn=many&firstResult=9990&maxResults=20")
                            .body())
                    .contains("many-");
            assertThat(door.get("history/process-instance/count?tenantIdIn=many")
                            .body())
                    .contains("10001");
        } finally {
            jdbc.sql("delete from act_hi_procinst where tenant_id_ = 'many'").update();
        }
    }

    private List<BeanPropertyDefinition> fields(Class<?> query) {
        return json.getDeserializationConfig().introspect(json.constructType(query)).findProperties().stream()
                .filter(BeanPropertyDefinition::hasSetter)
                .toList();
    }

    private static List<String> oddValues(Class<?> type) {
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return List.of("[]", "[null]", "[\"\\u0000\"]");
        }
        if (type == String.class) {
            return List.of("\"\\u0000\"", "\"\"");
        }
        return type == Boolean.class || type == boolean.class ? List.of("true", "null") : List.of("-1", "\"\"");
    }
}

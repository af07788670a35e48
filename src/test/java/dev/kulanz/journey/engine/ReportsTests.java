package dev.kulanz.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.KulanzTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What counts over all creditors is for who sees all of them; who sees some is in {@link ForeignThingsTests}. */
@KulanzTest
class ReportsTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task/report/candidate-group-count",
                "history/process-instance/report?reportType=duration&periodUnit=month",
                "history/task/report?reportType=count&groupBy=taskName",
                "history/process-definition/cleanable-process-instance-report",
                "history/process-definition/cleanable-process-instance-report/count",
                "history/decision-definition/cleanable-decision-instance-report",
                "history/decision-definition/cleanable-decision-instance-report/count",
                "history/batch/cleanable-batch-report",
                "history/batch/cleanable-batch-report/count"
            })
    void areThereForThoseWhoWatchAllCreditors(String report) {
        for (String user : List.of("owner", "compliance", "admin")) {
            for (EngineDoor door : EngineDoor.both(port, user)) {
                var answer = door.get(report);
                assertThat(answer.statusCode())
                        .as("%s: %s", door, answer.body())
                        .isEqualTo(200);
            }
        }
        for (EngineDoor door : EngineDoor.both(port, "clerk")) {
            assertThat(door.get(report).statusCode()).as("%s", door).isEqualTo(403);
        }
    }
}

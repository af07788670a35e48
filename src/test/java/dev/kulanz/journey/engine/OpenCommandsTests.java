package dev.kulanz.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenCommandsTests {

    /** All that changes anything; whoever adds a line thinks about it here once more. */
    @Test
    void changeOnlyThis() {
        assertThat(OpenCommands.all().stream()
                        .filter(command -> !command.methods().contains("GET")
                                && !command.methods().contains("OPTIONS"))
                        .map(command -> String.join("/", command.template()))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "task/{Task}/claim",
                        "task/{Task}/unclaim",
                        "task/{Task}/complete",
                        "task/{Task}/submit-form",
                        "task/{Task}/comment/create",
                        "job/{Job}/retries",
                        "job-definition/{JobDefinition}/retries",
                        "filter/create",
                        "filter/{Filter}",
                        "deployment/create",
                        "deployment/{Deployment}",
                        "camunda/api/admin/auth/user/default/logout");
    }

    @Test
    void letComplianceChangeNothing() {
        assertThat(OpenCommands.all())
                .filteredOn(command -> command.roles().contains(Role.COMPLIANCE))
                .filteredOn(command -> !command.methods().contains("GET"))
                .extracting(command -> String.join("/", command.template()))
                .containsExactly("camunda/api/admin/auth/user/default/logout");
    }

    @Test
    void areReadWhole() {
        assertThat(OpenCommands.all()).hasSizeGreaterThan(100).allSatisfy(command -> {
            assertThat(command.roles()).isNotEmpty();
            assertThat(Set.of("GET", "POST", "PUT", "DELETE", "OPTIONS")).containsAll(command.methods());
            assertThat(command.mentions(
                            command.template().stream().map(part -> "x").toList()))
                    .hasSize((int) command.template().stream()
                            .filter(part -> part.startsWith("{"))
                            .count());
        });
    }

    @Test
    void areFoundByTheirOwnWordRatherThanAsAnId() {
        assertThat(OpenCommands.all()).allSatisfy(command -> {
            List<String> parts = command.template().stream()
                    .map(part -> part.startsWith("{") ? "x" : part)
                    .toList();
            command.methods().forEach(method -> assertThat(OpenCommands.find(method, parts))
                    .get()
                    .extracting(OpenCommand::template)
                    .isEqualTo(command.template()));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/engine-rest/task, task",
        "/engine-rest/task/, task",
        "/engine-rest/engine/default/task, task",
        "/camunda/api/engine/engine/default/task, task",
        "/engine-rest/t%61sk, task",
        "/engine-rest/process-definition/mahnlauf:1:0b9e, process-definition/mahnlauf:1:0b9e",
        "/engine-rest/process-definition/key/mahnung-f%C3%BCr-alle, process-definition/key/mahnung-für-alle",
        "/camunda/api/cockpit/plugin/base/default/incident, camunda/api/cockpit/plugin/base/default/incident"
    })
    void areFoundByOneReading(String address, String path) {
        assertThat(EnginePath.of(address)).contains(List.of(path.split("/", -1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest",
                "/engine-rest/",
                "/engine-rest//task",
                "/engine-rest/task//x",
                "/engine-rest/task;x",
                "/engine-rest/task/./x",
                "/engine-rest/task/../x",
                "/engine-rest/task/%2e%2e/x",
                "/engine-rest/task/...",
                "/engine-rest/task%2fx",
                "/engine-rest/task/%00",
                "/engine-rest/task/%",
                "/engine-rest/task/%zz",
                "/engine-rest/task/%C3",
                "/engine-rest/task/%ED%A0%80",
                "/engine-rest/task/%3bx",
                "/engine-rest/task/a%20b",
                "/engine-rest/task/ä",
                "/engine-rest/task/%F0%9F%98%80",
                "/engine-rest/task\\x",
                ""
            })
    void areNotFoundByAnother(String address) {
        assertThat(EnginePath.of(address).flatMap(parts -> OpenCommands.find("GET", parts)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=%00", "name=%", "name=%ED%A0%80", "name=%FF", "name=%1b"})
    void takeNoQueryThatIsNotText(String query) {
        assertThat(EnginePath.isReadable(query)).isFalse();
        assertThat(EnginePath.isReadable("name=M%C3%BCrk+1&x=%2B")).isTrue();
    }
}

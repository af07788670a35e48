package dev.kulanz.journey.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kulanz.journey.ApplicationNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What the Modeler offers is what the diagrams use and the application knows. */
class ElementTemplateTests {

    private static final Path TEMPLATES = Path.of("processes/.camunda/element-templates");

    @Test
    void hasAnElementTemplateForEveryDelegateAndUsesIt() throws IOException {
        Map<String, String> templateOf = new HashMap<>();
        templates().forEach((id, template) -> template.path("properties").forEach(property -> {
            if (property.path("binding").path("name").asText().equals("camunda:delegateExpression")) {
                templateOf.put(property.path("value").asText(), id);
            }
        }));
        assertThat(templateOf.keySet())
                .containsExactlyInAnyOrderElementsOf(ApplicationNames.read().delegates().keySet().stream()
                        .map("${%s}"::formatted)
                        .toList());
        for (Element task : Shipped.elements("serviceTask")) {
            assertThat(task.getAttributeNS(ProcessModel.CAMUNDA, "modelerTemplate"))
                    .as(task.getAttribute("id"))
                    .isEqualTo(templateOf.get(task.getAttributeNS(ProcessModel.CAMUNDA, "delegateExpression")));
        }
    }

    @Test
    void knowsEveryElementTemplateThatADiagramUses() throws IOException {
        Set<String> used = new HashSet<>();
        Shipped.models().forEach((file, text) -> {
            var found = Pattern.compile("modelerTemplate=\"([^\"]+)\"").matcher(text);
            while (found.find()) {
                used.add(found.group(1));
            }
        });
        assertThat(templates().keySet()).containsAll(used);
    }

    @Test
    void hasAnElementTemplateForEveryCalledProcessAndDecisionTaskAndUsesIt() throws IOException {
        Map<String, String> templateOf = new HashMap<>();
        templates().forEach((id, template) -> template.path("properties").forEach(property -> {
            String name = property.path("binding").path("name").asText();
            if (name.equals("calledElement") || name.equals("camunda:decisionRef")) {
                templateOf.put(property.path("value").asText(), id);
            }
        }));
        assertThat(templateOf).isNotEmpty();
        templateOf.keySet().forEach(offered -> assertThat(Shipped.models())
                .containsAnyOf(entry(offered + ".bpmn"), entry(offered + ".dmn")));
        for (Element call : Shipped.elements("callActivity")) {
            assertThat(call.getAttributeNS(ProcessModel.CAMUNDA, "modelerTemplate"))
                    .as(call.getAttribute("id"))
                    .isEqualTo(templateOf.get(call.getAttribute("calledElement")));
        }
        for (Element task : Shipped.elements("businessRuleTask")) {
            assertThat(task.getAttributeNS(ProcessModel.CAMUNDA, "modelerTemplate"))
                    .as(task.getAttribute("id"))
                    .isEqualTo(templateOf.get(task.getAttributeNS(ProcessModel.CAMUNDA, "decisionRef")));
        }
    }

    private static Map.Entry<String, String> entry(String file) {
        return Map.entry(file, Shipped.models().getOrDefault(file, ""));
    }

    @Test
    void offersInTheReminderTemplateExactlyTheStepsThatThereAre() throws IOException {
        Set<String> offered = new TreeSet<>();
        JsonNode template = Objects.requireNonNull(templates().get("kulanz.reminder-step"));
        template.findPath("choices")
                .forEach(choice -> offered.add(choice.path("value").asText()));
        assertThat(offered).isEqualTo(ApplicationNames.read().steps());
    }

    private static Map<String, JsonNode> templates() throws IOException {
        Map<String, JsonNode> templates = new TreeMap<>();
        try (var files = Files.list(TEMPLATES)) {
            for (Path file : files.toList()) {
                JsonNode template = new ObjectMapper().readTree(file.toFile());
                templates.put(template.path("id").asText(), template);
            }
        }
        return templates;
    }
}

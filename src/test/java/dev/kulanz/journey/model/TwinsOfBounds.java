package dev.kulanz.journey.model;

import static dev.kulanz.journey.model.Twin.ladder;
import static dev.kulanz.journey.model.Twin.step;

import java.util.List;
import java.util.stream.Stream;

/** Broken twins of what has no end or no measure: waits, questions, elements that do more than one thing. */
final class TwinsOfBounds {

    private TwinsOfBounds() {}

    static Stream<Twin> all() {
        return Stream.of(waits(), keeping(), questions(), elements(), lengths()).flatMap(List::stream);
    }

    private static List<Twin> waits() {
        return Stream.concat(
                        Stream.of(
                                        "P99999999999D",
                                        "P999999Y",
                                        "P300000Y",
                                        "P999999999D",
                                        "PT99999999999999H",
                                        "PT106751991168H",
                                        "P10Y1D",
                                        "PT0.000000001S",
                                        "PT59S",
                                        "PT1.5M")
                                .map(TwinsOfBounds::waiting),
                        Stream.of(
                                        "+999999999-12-31T23:59:59Z",
                                        "9999-12-31T23:59:59Z",
                                        "0001-01-01T00:00:00Z",
                                        "2101-01-01T00:00:00Z")
                                .map(TwinsOfBounds::until))
                .toList();
    }

    private static Twin waiting(String duration) {
        return ladder("a wait of " + duration)
                .changed(">P7D<", ">" + duration + "<")
                .says(
                        "Event_SevenDaysPassed",
                        duration.contains(".")
                                ? "“%s” is not a duration.".formatted(duration)
                                : "“%s” is %s."
                                        .formatted(
                                                duration,
                                                duration.equals("PT59S")
                                                        ? "shorter than a minute"
                                                        : "longer than ten years"));
    }

    private static Twin until(String date) {
        return step("a wait until " + date)
                .changed(
                        "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">P1D</bpmn:timeDuration>",
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">" + date + "</bpmn:timeDate>")
                .says("Event_OneDayPassed", "“%s” lies outside the years 2000 to 2100.".formatted(date));
    }

    private static List<Twin> keeping() {
        return Stream.of("-5", "five", "P0D", "P999999999D", "PT5H")
                .map(time -> step("kept for " + time)
                        .changed("historyTimeToLive=\"P3650D\"", "historyTimeToLive=\"" + time + "\"")
                        .says("reminder-step", "“%s” says not how many days".formatted(time)))
                .toList();
    }

    private static List<Twin> questions() {
        return List.of(
                asking("brackets without end", "${" + "(".repeat(20_000) + "blocked" + ")".repeat(20_000) + "}")
                        .says("Flow_Blocked", "The condition is too long"),
                asking("no, no, no", "${" + "!".repeat(20_001) + "blocked}")
                        .says("Flow_Blocked", "The condition is too long"),
                asking("a number without end", "${payDays == 99999999999999999999999}")
                        .says("Flow_Blocked", "“99999999999999999999999” is too long a number."),
                asking("two expressions in one", "${blocked;1}")
                        .says("Flow_Blocked", "The condition “${blocked;1}” does more than compare"));
    }

    private static Twin asking(String what, String condition) {
        return step(what).changed(">${blocked}<", ">" + condition + "<");
    }

    private static List<Twin> lengths() {
        return List.of(step("a name without end")
                .changed("name=\"Find contact details\"", "name=\"Find " + "x".repeat(251) + "\"")
                .says("Task_FindContactDetails", "The name has 256 characters; the engine has room for 255."));
    }

    private static List<Twin> elements() {
        String out = "<bpmn:outgoing>Flow_ContactDetailsSought</bpmn:outgoing>";
        return List.of(
                step("a loop marker")
                        .after(out, "<bpmn:standardLoopCharacteristics />")
                        .says(
                                "Task_FindContactDetails",
                                "Elements of the type “standardLoopCharacteristics” are not used here."),
                step("a part that nobody sees")
                        .before(
                                "<bpmn:sequenceFlow id=\"Flow_StepReached\"",
                                "<bpmn:adHocSubProcess id=\"Activity_Hidden\" />")
                        .says("Activity_Hidden", "Elements of the type “adHocSubProcess” are not used here."),
                step("data for a task")
                        .after(out, "<bpmn:ioSpecification><bpmn:inputSet /><bpmn:outputSet /></bpmn:ioSpecification>")
                        .says("Task_FindContactDetails", "Elements of the type “ioSpecification” are not used here."),
                step("a type of another language")
                        .before(
                                "<bpmn:process",
                                "<bpmn:itemDefinition id=\"Item\" structureRef=\"java.lang.Runtime\" />")
                        .says("Item", "Elements of the type “itemDefinition” are not used here."),
                step("an error")
                        .before(
                                "<bpmn:message id=\"Message_BlockLifted\"",
                                "<bpmn:error id=\"Error_X\" errorCode=\"X\" />")
                        .says("Error_X", "Elements of the type “error” are not used here."));
    }
}

package dev.kulanz.journey.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.journey.model.ModelDifference.Change;
import dev.kulanz.journey.model.ModelDifference.Kind;
import dev.kulanz.journey.model.ModelDifference.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an owner changed is told at the part that he changed, in the shipped models themselves. */
class ModelDifferenceTests {

    private static final String JOURNEY = "dunning-journey.bpmn";
    private static final String TABLE = "step-fitting.dmn";
    private static final String FORM = "call-back.form";

    @ParameterizedTest
    @ValueSource(
            strings = {JOURNEY, "reminder-step.bpmn", "collection-handover.bpmn", TABLE, "contact-choice.dmn", FORM})
    void isNoneOfTheSame(String file) {
        assertThat(between(file, text(file))).isEmpty();
    }

    @Test
    void ofATimerIsToldAtItsEvent() {
        List<Change> changes = between(JOURNEY, text(JOURNEY).replaceFirst(">P7D<", ">P10D<"));
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.CHANGED);
            assertThat(change.element()).isEqualTo("intermediateCatchEvent");
            assertThat(change.name()).isNotBlank();
            assertThat(change.values()).containsExactly(new Value("timerEventDefinition timeDuration", "P7D", "P10D"));
        });
    }

    @Test
    void ofTheDaysToPayIsToldAtTheStep() {
        String own =
                text(JOURNEY).replaceFirst("(<camunda:in source(?:Expression)?=\")4(\" target=\"payDays\")", "$16$2");
        assertThat(own).isNotEqualTo(text(JOURNEY));
        assertThat(between(JOURNEY, own)).singleElement().satisfies(change -> {
            assertThat(change.element()).isEqualTo("callActivity");
            assertThat(change.values()).containsExactly(new Value("payDays", "4", "6"));
        });
    }

    @Test
    void ofANameIsToldToo() {
        String own = text(JOURNEY)
                .replaceFirst(
                        "(<bpmn:userTask|<bpmn:callActivity) id=\"([^\"]*)\" name=\"[^\"]*\"",
                        "$1 id=\"$2\" name=\"Say hello\"");
        assertThat(between(JOURNEY, own)).singleElement().satisfies(change -> {
            assertThat(change.name()).isEqualTo("Say hello");
            assertThat(change.values()).singleElement().satisfies(value -> assertThat(value.what())
                    .isEqualTo("name"));
        });
    }

    @Test
    void ofTheDrawingIsNone() {
        String own = text(JOURNEY).replaceAll("<dc:Bounds x=\"(\\d+)\"", "<dc:Bounds x=\"1$1\"");
        assertThat(own).isNotEqualTo(text(JOURNEY));
        assertThat(between(JOURNEY, own)).isEmpty();
    }

    @Test
    void ofTheWayAFileIsWrittenIsNone() {
        assertThat(between(JOURNEY, text(JOURNEY).replace("\n", "\r\n").replace("/>", " />")))
                .isEmpty();
    }

    @Test
    void ofACellIsToldAtItsRow() {
        String shipped = text(TABLE);
        String own = shipped.replaceFirst("<text>\"([a-z-]+)\"</text>", "<text>\"$1\", \"final-notice\"</text>");
        assertThat(own).isNotEqualTo(shipped);
        assertThat(between(TABLE, own)).singleElement().satisfies(change -> {
            assertThat(change.element()).isEqualTo("rule");
            assertThat(change.values()).singleElement().satisfies(value -> {
                assertThat(value.what()).isEqualTo("step");
                assertThat(value.after()).contains("final-notice");
            });
        });
    }

    @Test
    void tellsRowsThatCameAndWentAndTheOrderOfTheOthers() {
        String shipped = text(TABLE);
        int first = shipped.indexOf("<rule ");
        int second = shipped.indexOf("<rule ", first + 1);
        int third = shipped.indexOf("<rule ", second + 1);
        String row = shipped.substring(first, second);
        String without = shipped.substring(0, first) + shipped.substring(second);
        assertThat(between(TABLE, without)).extracting(Change::kind).containsExactly(Kind.REMOVED);
        assertThat(ModelDifference.between(TABLE, bytes(without), bytes(shipped)))
                .extracting(Change::kind)
                .containsExactly(Kind.ADDED);
        String moved = shipped.substring(0, first) + shipped.substring(second, third) + row + shipped.substring(third);
        assertThat(between(TABLE, moved)).extracting(Change::kind).containsExactly(Kind.MOVED);
    }

    @Test
    void ofAFormIsToldAtItsField() {
        String own = text(FORM).replaceFirst("\"label\": \"[^\"]*\"", "\"label\": \"Well?\"");
        assertThat(own).isNotEqualTo(text(FORM));
        assertThat(between(FORM, own)).singleElement().satisfies(change -> {
            assertThat(change.name()).isEqualTo("Well?");
            assertThat(change.values()).extracting(Value::what).containsExactly("label");
        });
    }

    private static List<Change> between(String file, String own) {
        return ModelDifference.between(file, bytes(text(file)), bytes(own));
    }

    private static String text(String file) {
        return ShippedModel.all().stream()
                .filter(model -> model.file().equals(file))
                .map(model -> new String(model.content(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

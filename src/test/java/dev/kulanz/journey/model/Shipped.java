package dev.kulanz.journey.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.journey.ApplicationNames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** The shipped models as they would be deployed, and copies that somebody has broken. */
final class Shipped {

    static final ModelCheck CHECK = new ModelCheck(ApplicationNames.read(), (file, text) -> List.of());

    private Shipped() {}

    static Map<String, String> models() {
        Map<String, String> models = new TreeMap<>();
        ShippedModel.all()
                .forEach(model -> models.put(model.file(), new String(model.content(), StandardCharsets.UTF_8)));
        return models;
    }

    /** The texts of all shipped processes. */
    static List<String> diagrams() {
        return models().entrySet().stream()
                .filter(model -> model.getKey().endsWith(".bpmn"))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The elements of a type in all shipped processes. */
    static List<Element> elements(String type) {
        return diagrams().stream()
                .flatMap(model -> {
                    try {
                        return SafeXml.walk(SafeXml.read(model).getDocumentElement()).stream();
                    } catch (Unreadable e) {
                        throw new AssertionError(e);
                    }
                })
                .filter(element -> type.equals(element.getLocalName()))
                .toList();
    }

    static String text(String file) {
        return Objects.requireNonNull(models().get(file), file);
    }

    /** Replaces pairs of texts, each of which must be there. */
    static String edited(String file, String... pairs) {
        String text = text(file);
        for (int i = 0; i < pairs.length; i += 2) {
            assertThat(text).as(file).contains(pairs[i]);
            text = text.replace(pairs[i], pairs[i + 1]);
        }
        return text;
    }

    /** All shipped models with one in another wording. */
    static Map<String, String> with(String file, String text) {
        Map<String, String> models = models();
        models.put(file, text);
        return models;
    }

    static List<Finding> findings(String file, String... pairs) {
        return CHECK.check(with(file, edited(file, pairs)), InForce.NOTHING);
    }
}

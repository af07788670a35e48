package dev.kulanz.journey.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.journey.ApplicationNames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** The shipped models as they would be deployed, and copies that somebody has broken. */
final class Shipped {

    private static final Map<String, String> TEXTS = ShippedModel.all().stream()
            .collect(Collectors.toUnmodifiableMap(
                    ShippedModel::file, model -> new String(model.content(), StandardCharsets.UTF_8)));
    private static final Map<String, ProcessModel> READ = new ConcurrentHashMap<>();

    static final ModelCheck CHECK = new ModelCheck(ApplicationNames.read(), (file, text) -> List.of(), Shipped::read);

    private Shipped() {}

    static Map<String, String> models() {
        return new TreeMap<>(TEXTS);
    }

    /** As the product reads a diagram; those that are shipped once, as nobody changes a model that has been read. */
    static ProcessModel read(String file, String text) throws Unreadable {
        if (!text.equals(TEXTS.get(file))) {
            return ProcessModel.read(file, text);
        }
        ProcessModel known = READ.get(file);
        if (known == null) {
            known = ProcessModel.read(file, text);
            READ.put(file, known);
        }
        return known;
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
        return Objects.requireNonNull(TEXTS.get(file), file);
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

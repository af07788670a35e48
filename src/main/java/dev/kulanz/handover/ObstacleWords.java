package dev.kulanz.handover;

import dev.kulanz.cases.DunningCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says in German and English what stands in the way; forms and answers of Tasklist know no reader's language. */
@Component
public class ObstacleWords {

    private final ResourceBundle english = words(Locale.ROOT);
    private final ResourceBundle german = words(Locale.GERMAN);

    ObstacleWords() {}

    private static ResourceBundle words(Locale locale) {
        var noFallback = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle("messages/handover", locale, noFallback);
    }

    /** One sentence for each obstacle; the missing fields are named. */
    public List<String> sentences(Readiness readiness) {
        List<String> sentences = new ArrayList<>();
        for (String obstacle : readiness.obstacles()) {
            String fields = obstacle.equals("MISSING_FIELD") ? " (" + fields(readiness) + ")" : "";
            sentences.add(both("obstacle." + obstacle, obstacle) + fields);
        }
        return sentences;
    }

    String ofStatus(DunningCase.Status status) {
        return both("status." + status, status.name());
    }

    /** @param moved invoices with the day on which each is due now */
    String ofMoved(String moved) {
        return both("moved", "").formatted(moved, moved);
    }

    private String fields(Readiness readiness) {
        return readiness.missing().stream()
                .map(field -> field.about() + ": " + both("field." + field.field(), field.field()))
                .collect(Collectors.joining("; "));
    }

    /** A process owner's own obstacle has no words of ours: his own name for it is shown. */
    private String both(String key, String otherwise) {
        return english.containsKey(key) ? english.getString(key) + " / " + german.getString(key) : otherwise;
    }
}

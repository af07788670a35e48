package dev.kulanz.decisions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.model.api.DMNElement;
import org.kie.dmn.model.api.DMNModelInstrumentedBase;

/** Says KIE's compile errors in the words of the table: rule, row and column. */
final class KieFindings {

    private KieFindings() {}

    static void collect(DecisionTable table, List<DMNMessage> messages, Findings findings) {
        Map<String, String> places = places(table);
        for (DMNMessage message : messages) {
            findings.add(place(message, places, table.place()), message.getText());
        }
    }

    private static Map<String, String> places(DecisionTable table) {
        Map<String, String> places = new HashMap<>();
        for (int row = 0; row < table.rules().size(); row++) {
            for (int i = 0; i < table.inputs().size(); i++) {
                places.put(
                        KieDocument.conditionId(row, i),
                        table.place(row, table.inputs().get(i).fact()));
            }
            for (int i = 0; i < table.outputs().size(); i++) {
                places.put(
                        KieDocument.conclusionId(row, i),
                        table.place(row, table.outputs().get(i).name()));
            }
        }
        return places;
    }

    private static String place(DMNMessage message, Map<String, String> places, String otherwise) {
        Object at = message.getSourceReference();
        while (at instanceof DMNModelInstrumentedBase element) {
            if (element instanceof DMNElement named && places.containsKey(named.getId())) {
                return places.getOrDefault(named.getId(), otherwise);
            }
            at = element.getParent();
        }
        return otherwise;
    }
}

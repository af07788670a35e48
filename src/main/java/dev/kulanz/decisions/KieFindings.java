package dev.kulanz.decisions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNMessage;

/** Says KIE's compile errors in the words of the table: as far as KIE knows, its rule. */
final class KieFindings {

    private KieFindings() {}

    static void collect(DecisionTable table, List<DMNMessage> messages, Findings findings) {
        for (DMNMessage message : messages) {
            findings.add(place(table, message.getSourceId()), message.getText().strip());
        }
    }

    private static String place(DecisionTable table, @Nullable String sourceId) {
        for (int row = 0; row < table.rules().size(); row++) {
            if (table.rules().get(row).id().equals(sourceId)) {
                return table.place(row);
            }
        }
        return table.place();
    }
}

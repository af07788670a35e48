package dev.kulanz.decisions;

import dev.kulanz.decisions.RuleSource.RuleFile;
import dev.kulanz.support.SomeFacts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Fixtures: decisions over some facts, and small tables as the Modeler writes them. */
final class Rules {

    static final String CASE = "K-2026-000001";

    private Rules() {}

    /** Facts about any case; notes which names were asked for. */
    static final class KnownFacts implements FactSource {

        final Map<String, Object> values = new HashMap<>(Map.of(
                "daysOverdue",
                3,
                "openAmount",
                new BigDecimal("89.90"),
                "debtorType",
                "CONSUMER",
                "hasEmail",
                true,
                "failedContacts",
                0,
                "unansweredReminders",
                0));
        final Set<String> asked = ConcurrentHashMap.newKeySet();

        @Override
        public Collection<Fact> facts() {
            return SomeFacts.ALL;
        }

        @Override
        public Map<String, Object> lookUp(String caseNumber, Set<String> names) {
            asked.addAll(names);
            Map<String, Object> found = new HashMap<>(values);
            found.keySet().retainAll(names);
            return found;
        }
    }

    static FactVocabulary vocabulary() {
        return new FactVocabulary(List.of(new KnownFacts()));
    }

    static Decisions decisions(FactVocabulary vocabulary, RuleSource source) {
        return new Decisions(vocabulary, new CompiledTables(new TableCompiler(vocabulary)), source);
    }

    static Decisions decisions() {
        return decisions(vocabulary(), key -> {
            throw new IllegalArgumentException("There is no decision '%s'".formatted(key));
        });
    }

    static List<String> findings(String content) {
        return check(vocabulary()).check("reminder.dmn", content).findings();
    }

    static List<String> warnings(String content) {
        return check(vocabulary()).check("reminder.dmn", content).warnings();
    }

    static RuleCheck check(FactVocabulary vocabulary, TableUse... uses) {
        Supplier<List<TableUse>> all = () -> List.of(uses);
        return new RuleCheck(new TableCompiler(vocabulary), vocabulary, all);
    }

    static RuleFile file(String content) {
        return new RuleFile("1", "reminder", "reminder.dmn", content);
    }

    static String read(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As Camunda Modeler leaves it: no variables, no input data, blank cells, its own type names. */
    static String table(String hitPolicy, String columns, String... rows) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" \
                xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="DRD" namespace="http://camunda.org/schema/1.0/dmn">
                <decision id="reminder" name="Reminder (draft)" camunda:historyTimeToLive="P1D">
                <decisionTable id="t" hitPolicy="%s">%s%s</decisionTable>
                </decision></definitions>
                """.formatted(hitPolicy, columns, String.join("", rows));
    }

    static String input(String fact, String type) {
        return "<input id=\"in_%1$s\" label=\"%1$s\"><inputExpression id=\"ex_%1$s\" typeRef=\"%2$s\"><text>%1$s</text></inputExpression></input>"
                .formatted(fact, type);
    }

    static String output(String name, String type) {
        return "<output id=\"out_%1$s\" name=\"%1$s\" typeRef=\"%2$s\" />".formatted(name, type);
    }

    static String row(String id, List<String> conditions, List<String> conclusions) {
        StringBuilder row = new StringBuilder("<rule id=\"%s\">".formatted(id));
        conditions.forEach(cell -> row.append(cell("inputEntry", cell)));
        conclusions.forEach(cell -> row.append(cell("outputEntry", cell)));
        return row.append("</rule>").toString();
    }

    private static String cell(String kind, String text) {
        return "<%1$s><text>%2$s</text></%1$s>"
                .formatted(kind, text.replace("&", "&amp;").replace("<", "&lt;"));
    }
}

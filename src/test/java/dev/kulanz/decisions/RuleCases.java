package dev.kulanz.decisions;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.kulanz.decisions.RuleSource.RuleFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The cases beside a rule file: a line of facts and what the table must answer. */
record RuleCases(List<Case> cases) {

    /** @param facts as written; one left blank is not known */
    record Case(String name, Map<String, String> facts, String expected) {

        Map<String, Object> typed(FactVocabulary vocabulary) {
            Map<String, Object> typed = new HashMap<>();
            facts.forEach((name, written) -> {
                if (!written.isEmpty()) {
                    typed.put(name, value(vocabulary.find(name).orElseThrow(), written));
                }
            });
            return typed;
        }

        private static Object value(Fact fact, String written) {
            return switch (fact.type()) {
                case STRING -> written;
                case NUMBER -> new BigDecimal(written);
                case BOOLEAN -> Boolean.valueOf(written);
                case DATE -> LocalDate.parse(written);
            };
        }
    }

    static RuleCases read(String path) {
        List<Case> cases = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(Path.of(path))) {
            for (NamedCsvRecord line : lines) {
                Map<String, String> facts = new LinkedHashMap<>(line.getFieldsAsMap());
                cases.add(new Case(facts.remove("case"), facts, facts.remove("expected")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RuleCases(cases);
    }

    /** The rules of the table that no case fires. */
    Set<String> unfired(RuleFile file, Decisions decisions, FactVocabulary vocabulary) {
        Set<String> rules = new TreeSet<>(annotations(file.content()).keySet());
        for (Case each : cases) {
            decisions.evaluate(file, each.typed(vocabulary)).firedRuleIds().forEach(rules::remove);
        }
        return rules;
    }

    /** Rule id → what its annotation says. */
    static Map<String, String> annotations(String dmn) {
        Map<String, String> annotations = new LinkedHashMap<>();
        try {
            var rules = DmnXml.parse(dmn).getElementsByTagNameNS(DmnXml.NAMESPACE, "rule");
            for (int i = 0; i < rules.getLength(); i++) {
                Element rule = (Element) rules.item(i);
                Element why = DmnXml.child(rule, "description");
                annotations.put(rule.getAttribute("id"), why == null ? "" : why.getTextContent());
            }
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
        return annotations;
    }
}

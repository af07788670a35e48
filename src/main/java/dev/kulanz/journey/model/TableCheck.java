package dev.kulanz.journey.model;

import dev.kulanz.decisions.RuleCheck;
import dev.kulanz.decisions.RuleFindings;
import java.util.List;
import java.util.stream.Stream;

/** Says what is wrong with the table in a DMN file; the file's bare name and its text are given. */
@FunctionalInterface
interface TableCheck {

    List<Remark> check(String file, String text);

    /**
     * What is said of a table.
     *
     * @param sentence names decision, rule and column
     */
    record Remark(Severity severity, String sentence) {}

    /** As the module {@code decisions} checks it. */
    static TableCheck by(RuleCheck rules) {
        return (file, text) -> {
            RuleFindings said = rules.check(file, text);
            return Stream.concat(remarks(Severity.REFUSAL, said.findings()), remarks(Severity.WARNING, said.warnings()))
                    .toList();
        };
    }

    private static Stream<Remark> remarks(Severity severity, List<String> sentences) {
        return sentences.stream().map(sentence -> new Remark(severity, sentence));
    }
}

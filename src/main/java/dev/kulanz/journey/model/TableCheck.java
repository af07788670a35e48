package dev.kulanz.journey.model;

import dev.kulanz.decisions.RuleCheck;
import java.util.List;

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
        return (file, text) -> rules.checkTable(file, text).stream()
                .map(sentence -> new Remark(Severity.REFUSAL, sentence))
                .toList();
    }
}

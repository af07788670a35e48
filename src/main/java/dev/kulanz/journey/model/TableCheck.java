package dev.kulanz.journey.model;

import dev.kulanz.decisions.RuleCheck;
import dev.kulanz.decisions.RuleFindings;
import dev.kulanz.decisions.TableUse.Answer;
import java.util.List;
import java.util.stream.Stream;

/** Says what is wrong with the table in a DMN file; the file's bare name and its text are given. */
@FunctionalInterface
interface TableCheck {

    List<Remark> check(String file, String text);

    /** What in the table's cells is not the answer that somebody wants of its only output. */
    default List<String> misfits(String file, String text, Answer wanted) {
        return List.of();
    }

    /** Whether the rows of a table, one of which answers, are proved to leave no case out. */
    default boolean answersEveryCase(String file, String text) {
        return false;
    }

    /**
     * What is said of a table.
     *
     * @param sentence names decision, rule and column
     */
    record Remark(Severity severity, String sentence) {}

    /** As the module {@code decisions} checks it. */
    static TableCheck by(RuleCheck rules) {
        return new TableCheck() {
            @Override
            public List<Remark> check(String file, String text) {
                RuleFindings said = rules.check(file, text);
                return Stream.concat(
                                remarks(Severity.REFUSAL, said.findings()), remarks(Severity.WARNING, said.warnings()))
                        .toList();
            }

            @Override
            public List<String> misfits(String file, String text, Answer wanted) {
                return rules.misfits(file, text, wanted);
            }

            @Override
            public boolean answersEveryCase(String file, String text) {
                return rules.answersEveryCase(file, text);
            }
        };
    }

    private static Stream<Remark> remarks(Severity severity, List<String> sentences) {
        return sentences.stream().map(sentence -> new Remark(severity, sentence));
    }
}

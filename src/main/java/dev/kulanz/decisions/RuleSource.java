package dev.kulanz.decisions;

import java.util.stream.Stream;

/** Where the rule files in force come from (the engine's repository, in which process owners deploy). */
public interface RuleSource {

    /**
     * The version in force of a decision table.
     *
     * @param decisionKey id of the decision, e.g. {@code contact-choice}
     * @throws IllegalArgumentException if there is no such decision
     */
    RuleFile inForce(String decisionKey);

    /** All versions that are kept of a decision table, the latest first; none if there is no such decision. */
    default Stream<RuleFile> versions(String decisionKey) {
        return Stream.of(inForce(decisionKey));
    }

    /**
     * @param id identifies the version: same id, same text
     * @param resourceName e.g. {@code contact-choice.dmn}
     */
    record RuleFile(String id, String decisionKey, String resourceName, String content) {}
}

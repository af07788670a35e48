package dev.kulanz.decisions;

import java.util.List;

/**
 * What the check of a table found, in sentences for a process owner that name decision, rule and column.
 *
 * @param findings what keeps the table from being used
 * @param warnings what it can be used with, but hardly means
 */
public record RuleFindings(List<String> findings, List<String> warnings) {

    public RuleFindings {
        findings = List.copyOf(findings);
        warnings = List.copyOf(warnings);
    }
}

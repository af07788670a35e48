package dev.kulanz.decisions;

import java.util.List;
import org.springframework.stereotype.Component;

/** Checks a decision table when it arrives, before it is in force. */
@Component
public class RuleCheck {

    private final TableCompiler compiler;

    RuleCheck(TableCompiler compiler) {
        this.compiler = compiler;
    }

    /**
     * Everything that keeps a table from being used.
     *
     * @param resourceName name of the file, e.g. {@code contact-choice.dmn}
     * @param content the file's text
     * @return sentences for a process owner that name decision, rule and column; empty if the table can be used
     */
    public List<String> checkTable(String resourceName, String content) {
        Findings findings = new Findings();
        compiler.compile(resourceName, content, findings);
        return findings.sentences();
    }
}

package dev.kulanz.decisions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From a rule file to a table that runs, or to findings. */
@Component
class TableCompiler {

    private final FactVocabulary vocabulary;
    private final TableCheck tableCheck;

    TableCompiler(FactVocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.tableCheck = new TableCheck(vocabulary);
    }

    /**
     * A table that is asked.
     *
     * @return null if anything was found
     */
    @Nullable CompiledTable compile(String resourceName, String content, Findings findings) {
        DecisionTable table = new TableReader(findings, Moment.USE).read(resourceName, content);
        return table == null ? null : compile(table, cells(table, Moment.USE), hash(content), findings);
    }

    /** The cells of a table, not yet read. */
    CellCheck cells(DecisionTable table, Moment moment) {
        return new CellCheck(vocabulary.types(table.facts()), moment);
    }

    /** @return null if anything was found */
    @Nullable CompiledTable compile(DecisionTable table, CellCheck cells, String fileHash, Findings findings) {
        tableCheck.check(table, cells, findings);
        return findings.none() ? new CompiledTable(table, fileHash, cells) : null;
    }

    static String hash(String content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

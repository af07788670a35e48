package dev.kulanz.decisions;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.compiler.RuntimeTypeCheckOption;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
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
        if (!findings.none()) {
            return null;
        }
        DMNRuntime runtime = build(table);
        DMNModel model = runtime.getModel(KieDocument.NAMESPACE, KieDocument.MODEL);
        KieFindings.collect(table, model.getMessages(DMNMessage.Severity.ERROR), findings);
        // KIE builds a runtime in spite of errors and then answers null
        return findings.none() ? new CompiledTable(table, fileHash, runtime, model) : null;
    }

    DMNRuntime build(DecisionTable table) {
        var file = ResourceFactory.newReaderResource(new StringReader(KieDocument.of(table, vocabulary)), "UTF-8");
        return DMNRuntimeBuilder.fromDefaults()
                .setRootClassLoader(new NoClasses())
                .setOption(new RuntimeTypeCheckOption(true))
                .buildConfiguration()
                .fromResources(List.of(file))
                .getOrElseThrow(
                        e -> new IllegalStateException("KIE can't read the table '%s'".formatted(table.id()), e));
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

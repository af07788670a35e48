package dev.kulanz;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Tells why the application did not start: one line that a person can act on, and that a log keeps together. */
class StartFailure implements FailureAnalysisReporter {

    private static final Logger LOG = LoggerFactory.getLogger(StartFailure.class);

    @Override
    public void report(FailureAnalysis analysis) {
        LOG.error("Kulanz did not start. {}", inOneLine(analysis.getDescription(), analysis.getAction()));
    }

    static String inOneLine(String description, String action) {
        return Stream.of(description, action)
                .filter(text -> text != null && !text.isBlank())
                .map(text -> text.strip().replaceAll("\\s+", " "))
                .collect(Collectors.joining(" "));
    }
}

package dev.kulanz.storage;

import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The database could not be brought up to date, as one of a newer version. */
class MigrationFailedAnalyzer extends AbstractFailureAnalyzer<FlywayException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlywayException cause) {
        return new FailureAnalysis(
                "The database could not be brought up to date: " + cause.getMessage(),
                "Nothing of it was begun, or it was taken back. A database that a newer Kulanz has worked on needs that version or a"
                        + " backup from before.",
                cause);
    }
}

package dev.kulanz.storage;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows an operator two paragraphs instead of a stack trace. */
class StorageUnavailableAnalyzer extends AbstractFailureAnalyzer<StorageUnavailable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StorageUnavailable cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
    }
}

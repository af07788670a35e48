package dev.kulanz.architecture.twin;

import org.camunda.bpm.engine.RuntimeService;

/** Speaks with the engine outside the journey. */
final class UsesEngine {

    void start(RuntimeService engine) {
        engine.startProcessInstanceByKey("dunning-journey");
    }
}

package dev.kulanz.journey;

import java.util.ArrayList;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** How plugins get to see each diagram that the engine reads. */
final class Parsing {

    private Parsing() {}

    /** After the engine and whoever came before. */
    static void watch(ProcessEngineConfigurationImpl engine, BpmnParseListener listener) {
        var listeners = engine.getCustomPostBPMNParseListeners() == null
                ? new ArrayList<BpmnParseListener>()
                : new ArrayList<>(engine.getCustomPostBPMNParseListeners());
        listeners.add(listener);
        engine.setCustomPostBPMNParseListeners(listeners);
    }
}

package dev.kulanz.journey.model;

import java.util.List;

/** An engine into which the shipped models have been deployed. */
final class ShippedInForce implements InForce {

    @Override
    public List<String> processes() {
        return Shipped.diagrams();
    }

    @Override
    public boolean hasDecision(String key) {
        return Shipped.models().containsKey(key + ".dmn");
    }

    @Override
    public boolean hasForm(String id) {
        return TaskForm.ids().contains(id);
    }

    @Override
    public long running(String processId) {
        return 12;
    }
}

package dev.kulanz.journey.model;

/** A diagram that can be taken in at a glance. */
final class SizeRule implements ModelRule {

    private static final int MOST_NODES = 25;
    private static final int MOST_NODES_OF_A_LADDER = 30;

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(ProcessModel model, Report report) {
        int nodes = model.nodes().size();
        int most = model.isLadder() ? MOST_NODES_OF_A_LADDER : MOST_NODES;
        if (nodes > most) {
            report.add(
                    model.process(),
                    "The diagram has %d tasks, events and gateways; more than %d nobody can follow. Move a part into a process of its own."
                            .formatted(nodes, most));
        }
    }
}

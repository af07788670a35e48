package dev.kulanz.cases;

import java.util.EnumMap;
import java.util.Map;

/**
 * The open cases at one step over one week: opening stock and all flows make the closing stock, exactly.
 *
 * @param step "none": before the first
 */
public record StockLine(String step, Quantity opening, Map<Flow, Quantity> flows) {

    public StockLine {
        flows = Map.copyOf(flows);
    }

    public Quantity of(Flow flow) {
        return flows.getOrDefault(flow, Quantity.NONE);
    }

    public Quantity closing() {
        return flows.values().stream().reduce(opening, Quantity::plus);
    }

    /** Whether there is nothing to tell of. */
    public boolean isEmpty() {
        return opening.isNone() && flows.values().stream().allMatch(Quantity::isNone);
    }

    /** Both lines as one, under the name of this one. */
    StockLine plus(StockLine other) {
        Map<Flow, Quantity> sum = new EnumMap<>(Flow.class);
        sum.putAll(flows);
        other.flows.forEach((flow, more) -> sum.merge(flow, more, Quantity::plus));
        return new StockLine(step, opening.plus(other.opening), sum);
    }
}

package dev.kulanz.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a look found.
 *
 * @param measures numbers for those who watch by metrics
 * @param troubles what is wrong at this moment; none: all is well
 */
public record Reading(List<Measure> measures, List<Trouble> troubles) {

    public static final Reading NOTHING = new Reading(List.of(), List.of());

    public Reading {
        measures = List.copyOf(measures);
        troubles = List.copyOf(troubles);
    }

    /**
     * A number at this moment.
     *
     * @param name with points, such as {@code kulanz.contacts.due}; a metric's unit is its last word
     * @param tags few values each: never a case or a person
     */
    public record Measure(String name, String description, Map<String, String> tags, double value) {

        public Measure {
            tags = Map.copyOf(tags);
        }
    }

    /**
     * Something is wrong.
     *
     * @param subject what of several is meant, such as a channel or a creditor; empty: there is but one
     * @param facts what the alarm's text has gaps for, in their order; the subject is the first of all and does not stand here
     */
    public record Trouble(String subject, List<String> facts) {

        public Trouble {
            facts = List.copyOf(facts);
        }
    }

    public static Reading of(String name, String description, Number value) {
        return NOTHING.and(name, description, value);
    }

    public Reading and(String name, String description, Number value) {
        return and(name, description, Map.of(), value);
    }

    public Reading and(String name, String description, Map<String, String> tags, Number value) {
        List<Measure> more = new ArrayList<>(measures);
        more.add(new Measure(name, description, tags, value.doubleValue()));
        return new Reading(more, troubles);
    }

    /** Adds a trouble, if it is one. */
    public Reading wrongIf(boolean isWrong, String subject, Object... facts) {
        if (!isWrong) {
            return this;
        }
        List<Trouble> more = new ArrayList<>(troubles);
        List<String> written = new ArrayList<>();
        for (Object fact : facts) {
            written.add(String.valueOf(fact));
        }
        more.add(new Trouble(subject, written));
        return new Reading(measures, more);
    }
}

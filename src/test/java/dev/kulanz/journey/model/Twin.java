package dev.kulanz.journey.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shipped model that somebody has broken in one place, and all that the check must say about it.
 *
 * @param what the mistake in words
 * @param edits pairs: what stands there, what is put in its place
 */
record Twin(String what, String file, List<String> edits, List<Expected> expected) {

    /** Where, and how the sentence begins. */
    record Expected(@Nullable String elementId, Severity severity, String beginning) {}

    static Twin of(String what, String file) {
        return new Twin(what, file, List.of(), List.of());
    }

    /** A twin of the reminder step. */
    static Twin step(String what) {
        return of(what, "reminder-step.bpmn");
    }

    /** A twin of the consumers' ladder. */
    static Twin ladder(String what) {
        return of(what, "dunning-journey.bpmn");
    }

    Twin changed(String from, String to) {
        var all = new ArrayList<>(edits);
        all.addAll(List.of(from, to));
        return new Twin(what, file, all, expected);
    }

    Twin without(String text) {
        return changed(text, "");
    }

    Twin before(String text, String more) {
        return changed(text, more + text);
    }

    Twin after(String text, String more) {
        return changed(text, text + more);
    }

    /** The way from an element to a second one leads to a third. */
    Twin leads(String from, String to, String elsewhere) {
        String way = "sourceRef=\"%s\" targetRef=\"%s\"";
        return changed(way.formatted(from, to), way.formatted(from, elsewhere));
    }

    /** Another message stands in the place of this one. */
    Twin hears(String message, String another) {
        String named = "id=\"Message_%1$s\" name=\"%1$s\"";
        String used = "messageRef=\"Message_%s\"";
        return changed(named.formatted(message), named.formatted(another))
                .changed(used.formatted(message), used.formatted(another));
    }

    /** An element is of another type. */
    Twin becomes(String id, String type, String another) {
        String text = text();
        String end = "</bpmn:%s>".formatted(type);
        int begin = text.indexOf("<bpmn:%s id=\"%s\"".formatted(type, id));
        String element = text.substring(begin, text.indexOf(end, begin) + end.length());
        return changed(element, element.replace("bpmn:" + type, "bpmn:" + another));
    }

    /** It is refused for this. */
    Twin says(@Nullable String elementId, String beginning) {
        return expects(elementId, Severity.REFUSAL, beginning);
    }

    /** It may be deployed, and this is told. */
    Twin warns(@Nullable String elementId, String beginning) {
        return expects(elementId, Severity.WARNING, beginning);
    }

    private Twin expects(@Nullable String elementId, Severity severity, String beginning) {
        var all = new ArrayList<>(expected);
        all.add(new Expected(elementId, severity, beginning));
        return new Twin(what, file, edits, all);
    }

    String text() {
        return Shipped.edited(file, edits.toArray(String[]::new));
    }

    List<Finding> findings() {
        return Shipped.findings(file, edits.toArray(String[]::new));
    }

    @Override
    public String toString() {
        return what;
    }
}

package dev.kulanz.journey.model;

import java.io.Serializable;
import java.util.List;
import org.camunda.bpm.engine.Problem;
import org.jspecify.annotations.Nullable;

/** A finding as the engine's REST tells of it. */
final class FoundProblem implements Problem, Serializable {

    private static final long serialVersionUID = 1L;

    private final @Nullable String elementId;
    private final String sentence;

    FoundProblem(Finding finding) {
        this.elementId = finding.elementId();
        this.sentence = finding.sentence();
    }

    @Override
    public String getMessage() {
        return sentence;
    }

    /** Not known: an element's id tells people more. */
    @Override
    public int getLine() {
        return 0;
    }

    @Override
    public int getColumn() {
        return 0;
    }

    @Override
    public @Nullable String getMainElementId() {
        return elementId;
    }

    @Override
    public List<String> getElementIds() {
        return elementId == null ? List.of() : List.of(elementId);
    }
}

package dev.kulanz.contact;

import java.util.List;

/** Chooses among what the rules permit, never beyond. */
public interface ChoicePolicy {

    /**
     * What was chosen, and how probable that was when it was.
     *
     * @param probability greater than 0, up to 1
     */
    record Pick(Choice choice, double probability) {}

    /** @param permitted at least one */
    Pick pick(String caseNumber, Step step, List<Choice> permitted);
}

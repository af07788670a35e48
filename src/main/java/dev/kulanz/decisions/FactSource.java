package dev.kulanz.decisions;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** A module's contribution to the fact vocabulary: what rules may ask about a case. */
public interface FactSource {

    /** The facts that this source knows, documented for process owners. */
    Collection<Fact> facts();

    /** What context facts can be, as far as this module knows: name → all its words. */
    default Map<String, Set<String>> contextWords() {
        return Map.of();
    }

    /**
     * Looks up facts of a case.
     *
     * @param caseNumber the case, e.g. {@code K-2026-000123}
     * @param names only names out of {@link #facts()}; nothing else is looked up
     * @return a value for each name: {@code String}, {@code Boolean}, {@code Integer}, {@code BigDecimal} or
     *     {@code LocalDate}; a fact that is not known is absent
     */
    Map<String, Object> lookUp(String caseNumber, Set<String> names);
}

package dev.kulanz.journey.engine;

import org.jspecify.annotations.Nullable;

/** Says whose case a process instance is about, so that only who may see that creditor sees the instance. */
@FunctionalInterface
public interface CaseTenants {

    /**
     * @param caseNumber business key of the instance, e.g. {@code K-2026-000123}
     * @return the creditor's id, or null if there is no such case
     */
    @Nullable String creditorOf(String caseNumber);
}

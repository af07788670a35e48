package dev.kulanz.desk;

import dev.kulanz.cases.CaseSearch;
import dev.kulanz.cases.DunningCase;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the case list is filtered by, as it stands in the address; empty means any.
 *
 * @param q see {@link CaseSearch.Wanted}
 */
record CaseFilter(
        @Nullable String q,
        @Nullable String status,
        @Nullable String creditor,
        @Nullable String step,
        @Nullable String mark) {

    CaseSearch.Wanted wanted() {
        return new CaseSearch.Wanted(statusWanted(), null, given(creditor), given(step), markWanted(), given(q));
    }

    private DunningCase.@Nullable Status statusWanted() {
        for (DunningCase.Status known : DunningCase.Status.values()) {
            if (known.name().equals(status)) {
                return known;
            }
        }
        return null;
    }

    private CaseSearch.@Nullable Mark markWanted() {
        for (CaseSearch.Mark known : CaseSearch.Mark.values()) {
            if (known.name().equals(mark)) {
                return known;
            }
        }
        return null;
    }

    public boolean isEmpty() {
        return given().isEmpty();
    }

    /** What it filters by, as it stands in the address. */
    Map<String, String> given() {
        Map<String, @Nullable String> all = new HashMap<>();
        all.put("q", q);
        all.put("status", status);
        all.put("creditor", creditor);
        all.put("step", step);
        all.put("mark", mark);
        return Paging.filter(all);
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}

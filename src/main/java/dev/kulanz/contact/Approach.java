package dev.kulanz.contact;

import dev.kulanz.cases.CaseItems;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Nobody is reminded a second time of what he has not heard of yet: where nothing that is owed was ever told in this
 * round (no address was known, or the items came later), the first words are the friendly ones.
 */
@Component
public class Approach {

    private final Cases cases;
    private final CaseItems items;

    Approach(Cases cases, CaseItems items) {
        this.cases = cases;
        this.items = items;
    }

    /** The step that fits the case where the ladder asks for this one. */
    @Transactional(readOnly = true)
    public Step fitting(String caseNumber, Step asked) {
        if (!asked.isEscalation()) {
            return asked;
        }
        DunningCase of = cases.get(caseNumber);
        return items.wasToldOf(of, items.demandable(of)) ? asked : Step.FRIENDLY_REMINDER;
    }
}

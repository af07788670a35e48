package dev.kulanz.journey;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.journey.engine.CaseTenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the engine whose case an instance is about. */
@Component
class CaseCreditors implements CaseTenants {

    private final Cases cases;

    CaseCreditors(Cases cases) {
        this.cases = cases;
    }

    @Override
    public @Nullable String creditorOf(String caseNumber) {
        return cases.find(caseNumber).map(DunningCase::creditorId).orElse(null);
    }
}

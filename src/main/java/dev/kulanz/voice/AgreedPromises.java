package dev.kulanz.voice;

import dev.kulanz.agreements.Promise;
import dev.kulanz.agreements.PromiseTerms;
import dev.kulanz.agreements.Promises;
import dev.kulanz.cases.Cases;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes promises as every other door does, by the same rules. */
@Component
class AgreedPromises implements PromiseTaker {

    private final Promises promises;
    private final Cases cases;

    AgreedPromises(Promises promises, Cases cases) {
        this.promises = promises;
        this.cases = cases;
    }

    @Override
    public Optional<LocalDate> latestDay(String caseNumber) {
        PromiseTerms terms = promises.terms(cases.get(caseNumber));
        return terms.allowAny() ? Optional.of(terms.latest()) : Optional.empty();
    }

    @Override
    @Transactional
    public boolean take(String caseNumber, BigDecimal amount, LocalDate day) {
        // Asked first, for a refusal would take the whole transaction with it.
        PromiseTerms terms = promises.terms(cases.lock(caseNumber));
        if (!terms.objections(amount, day).isEmpty()) {
            return false;
        }
        promises.make(caseNumber, amount, day, Promise.Source.CALL);
        return true;
    }
}

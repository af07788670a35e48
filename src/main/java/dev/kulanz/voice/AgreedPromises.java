package dev.kulanz.voice;

import dev.kulanz.agreements.Promise;
import dev.kulanz.agreements.PromiseTerms;
import dev.kulanz.agreements.Promises;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.decisions.DecisionFailed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes promises as every other door does, by the same rules. */
@Component
class AgreedPromises implements PromiseTaker {

    private static final Logger LOG = LoggerFactory.getLogger(AgreedPromises.class);

    private final Promises promises;
    private final Cases cases;

    AgreedPromises(Promises promises, Cases cases) {
        this.promises = promises;
        this.cases = cases;
    }

    @Override
    public Optional<LocalDate> latestDay(String caseNumber) {
        return terms(cases.get(caseNumber)).filter(PromiseTerms::allowAny).map(PromiseTerms::latest);
    }

    @Override
    @Transactional
    public boolean take(String caseNumber, BigDecimal amount, LocalDate day) {
        // Asked first, for a refusal would take the whole transaction with it.
        boolean allowed = terms(cases.lock(caseNumber))
                .filter(terms -> terms.objections(amount, day).isEmpty())
                .isPresent();
        if (allowed) {
            promises.make(caseNumber, amount, day, Promise.Source.CALL);
        }
        return allowed;
    }

    /** Where the rules can't say it no promise is taken, and a person clears what was said; the call goes on. */
    private Optional<PromiseTerms> terms(DunningCase of) {
        try {
            return Optional.of(promises.terms(of));
        } catch (DecisionFailed failed) {
            LOG.warn("No promise can be taken in a call: the table {} fails", failed.decisionKey());
            return Optional.empty();
        }
    }
}

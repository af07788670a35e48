package dev.kulanz.journey;

import dev.kulanz.agreements.Promise;
import dev.kulanz.agreements.PromiseTerms;
import dev.kulanz.agreements.Promises;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.intake.RunningPromises;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Promises from other systems become promises here; one that is open here stays. */
@Component
class TakenOverPromises implements RunningPromises {

    private final Cases cases;
    private final Promises promises;

    TakenOverPromises(Cases cases, Promises promises) {
        this.cases = cases;
        this.promises = promises;
    }

    @Override
    public Optional<String> take(String caseNumber, BigDecimal amount, LocalDate day) {
        DunningCase of = cases.get(caseNumber);
        if (promises.open(of.id()).isPresent()) {
            return Optional.of("The case has an open promise already.");
        }
        // Asked before, as a refusal would take the whole import back.
        PromiseTerms terms = promises.terms(of);
        Optional<String> objection =
                terms.objections(amount, day).stream().findFirst().map(terms::sentence);
        if (objection.isEmpty()) {
            promises.make(caseNumber, amount, day, Promise.Source.IMPORT);
        }
        return objection;
    }
}

package dev.kulanz.handover;

import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.CaseTerms;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.decisions.Decisions;
import dev.kulanz.decisions.TableUse;
import dev.kulanz.decisions.Verdict;
import dev.kulanz.receivables.Creditors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the rules what stands in the way of a hand-over. */
@Component
public class ReadinessCheck {

    private static final String DECISION = "handover-readiness";
    private static final String BLOCKED = "BLOCKED";
    private static final String TOO_LITTLE = "TOO_LITTLE";
    private static final String MISSING_FIELD = "MISSING_FIELD";

    private final Decisions decisions;
    private final Blocks blocks;
    private final Claims claims;
    private final CaseTerms terms;
    private final MissingFields missingFields;
    private final Creditors creditors;

    ReadinessCheck(
            Decisions decisions,
            Blocks blocks,
            Claims claims,
            CaseTerms terms,
            MissingFields missingFields,
            Creditors creditors) {
        this.creditors = creditors;
        this.decisions = decisions;
        this.blocks = blocks;
        this.claims = claims;
        this.terms = terms;
        this.missingFields = missingFields;
    }

    /** Each obstacle is named here; the process asks how many there are. */
    @Bean
    static TableUse handoverReadinessUse() {
        return new TableUse(
                DECISION,
                TableUse.Rows.COUNTED,
                List.of(TableUse.Answer.text("obstacle").ofOnlyOutput()));
    }

    /** How the case stands at this moment, by the table in force. */
    @Transactional(readOnly = true)
    public Readiness of(DunningCase of) {
        Verdict verdict = decisions.decide(DECISION, of.number(), Map.of());
        List<String> obstacles = verdict.rows().stream()
                .map(row -> String.valueOf(row.values().iterator().next()))
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        if (obstacles.isEmpty() && blocks.isBlocked(of)) {
            obstacles.add(BLOCKED); // whatever the table says: while a block holds nothing goes out
        }
        List<Claim> all = claims.of(of);
        boolean tooLittle = Readiness.amountOf(all).compareTo(terms.limits(of).handover()) < 0;
        if (tooLittle && !obstacles.contains(TOO_LITTLE)) {
            obstacles.add(TOO_LITTLE); // whatever the table says: so little is not handed over
        }
        if (!creditors.get(of.creditorId()).missing().isEmpty() && !obstacles.contains(MISSING_FIELD)) {
            obstacles.add(MISSING_FIELD); // whatever the table says: nobody collects for whom nobody can reach
        }
        return new Readiness(obstacles, all, missingFields.of(of, all));
    }
}

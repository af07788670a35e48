package dev.kulanz.contact;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.decisions.Decisions;
import dev.kulanz.decisions.Verdict;
import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.Creditor;
import dev.kulanz.receivables.Creditors;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides how to contact a debtor in a step: the rules say what is permitted, the policy chooses among that. */
@Component
public class Chooser {

    private static final String DECISION = "contact-choice";

    private final Cases cases;
    private final Creditors creditors;
    private final Decisions decisions;
    private final ChoicePolicy policy;
    private final Adapters adapters;
    private final Journal journal;

    Chooser(
            Cases cases,
            Creditors creditors,
            Decisions decisions,
            ChoicePolicy policy,
            Adapters adapters,
            Journal journal) {
        this.cases = cases;
        this.creditors = creditors;
        this.decisions = decisions;
        this.policy = policy;
        this.adapters = adapters;
        this.journal = journal;
    }

    /**
     * Chooses and journals why: facts, rules, what was not chosen.
     *
     * @return empty if nothing is permitted, as when no contact point is known
     */
    @Transactional
    public Optional<Choice> choose(String caseNumber, Step step) {
        DunningCase of = cases.get(caseNumber);
        Creditor creditor = creditors.recent(of.creditorId());
        Verdict verdict = decisions.decide(DECISION, caseNumber, Map.of("step", step.id()));
        List<Choice> permitted = verdict.rows().stream().map(Chooser::choice).toList();
        List<Choice> possible = permitted.stream()
                .filter(choice -> creditor.uses(choice.channel().name()) && adapters.carry(choice.channel()))
                .toList();
        if (possible.isEmpty()) {
            record(of, step, verdict, Map.of("chosen", "nothing"));
            return Optional.empty();
        }
        ChoicePolicy.Pick pick = policy.pick(caseNumber, step, possible);
        Choice chosen = pick.choice();
        record(
                of,
                step,
                verdict,
                Map.of(
                        "chosen", said(chosen),
                        "notChosen",
                                permitted.stream()
                                        .filter(choice -> !choice.equals(chosen))
                                        .map(Chooser::said)
                                        .toList(),
                        "probability", pick.probability()));
        return Optional.of(chosen);
    }

    private void record(DunningCase of, Step step, Verdict verdict, Map<String, Object> outcome) {
        var happening = Cases.inCase("ContactChosen", of).with("step", step.id());
        for (var fact : outcome.entrySet()) {
            happening = happening.with(fact.getKey(), fact.getValue());
        }
        for (var fact : verdict.asFacts().entrySet()) {
            happening = happening.with(fact.getKey(), fact.getValue());
        }
        journal.record(happening);
    }

    private static Choice choice(Map<String, Object> row) {
        return new Choice(
                Channel.valueOf(String.valueOf(row.get("channel"))),
                String.valueOf(row.get("tone")),
                String.valueOf(row.get("style")),
                new BigDecimal(String.valueOf(row.get("rank"))).intValue());
    }

    private static String said(Choice choice) {
        return "%s, %s, %s (rank %d)".formatted(choice.channel(), choice.tone(), choice.style(), choice.rank());
    }
}

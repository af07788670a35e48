package dev.kulanz.contact;

import dev.kulanz.cases.CaseItems;
import dev.kulanz.cases.CaseTerms;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.decisions.DecisionFailed;
import dev.kulanz.decisions.Decisions;
import dev.kulanz.decisions.TableUse;
import dev.kulanz.decisions.TableUse.Answer;
import dev.kulanz.decisions.Verdict;
import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.Creditor;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.receivables.Limits;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides how to contact a debtor in a step: the rules say what is permitted, the policy chooses among that. */
@Component
public class Chooser {

    private static final String DECISION = "contact-choice";

    /** The words that messages are composed from. */
    private static final Set<String> TONES = Set.of("friendly", "neutral", "firm", "final");

    private static final Set<String> STYLES = Set.of(
            "standard",
            "plain",
            "after-promise",
            Resumption.AFTER_WITHDRAWN_PROMISE,
            "after-block",
            "after-dispute",
            "after-undecided-dispute");

    private final Cases cases;
    private final CaseItems items;
    private final CaseTerms terms;
    private final Creditors creditors;
    private final Decisions decisions;
    private final ChoicePolicy policy;
    private final Adapters adapters;
    private final Journal journal;

    Chooser(
            Cases cases,
            CaseItems items,
            CaseTerms terms,
            Creditors creditors,
            Decisions decisions,
            ChoicePolicy policy,
            Adapters adapters,
            Journal journal) {
        this.cases = cases;
        this.items = items;
        this.terms = terms;
        this.creditors = creditors;
        this.decisions = decisions;
        this.policy = policy;
        this.adapters = adapters;
        this.journal = journal;
    }

    /** Every permitted way is wanted, best first. */
    @Bean
    static TableUse contactChoiceUse(ObjectProvider<Adapters> adapters) {
        return new TableUse(
                DECISION,
                TableUse.Rows.SEVERAL,
                List.of(
                        Answer.word("channel", names(channel -> true))
                                .butNot(
                                        () -> names(
                                                channel -> !adapters.getObject().carry(channel)),
                                        "nothing carries this channel here and now, so the rule has no effect"),
                        Answer.word("tone", TONES),
                        Answer.word("style", STYLES),
                        Answer.number(
                                "rank",
                                "rank",
                                "[1-9]\\d{0,8}",
                                "write 1 for the best choice, 2 for the next, up to 999999999")));
    }

    private static Set<String> names(Predicate<Channel> which) {
        return Arrays.stream(Channel.values()).filter(which).map(Channel::name).collect(Collectors.toSet());
    }

    /**
     * Chooses and journals why: facts, rules, what was not chosen.
     *
     * @return empty if nothing is permitted, as when no contact point is known
     */
    @Transactional
    public Optional<Choice> choose(String caseNumber, Step step) {
        DunningCase of = cases.get(caseNumber);
        Verdict verdict = decide(of, step);
        List<Choice> permitted = permitted(verdict);
        List<Choice> possible = ways(of, permitted).worth();
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

    /**
     * Whether there is any way to contact the debtor in a step as things stand now; nothing is journalled.
     *
     * @throws DecisionFailed if the table can't answer; who can do without goes on in the same transaction
     */
    @Transactional(readOnly = true, noRollbackFor = DecisionFailed.class)
    public boolean hasWay(String caseNumber, Step step) {
        DunningCase of = cases.get(caseNumber);
        return !ways(of, permitted(decide(of, step))).worth().isEmpty();
    }

    /**
     * Whether there are ways in a step, as things stand now, that what is owed is not worth; nothing is journalled.
     *
     * @throws DecisionFailed if the table can't answer; who can do without goes on in the same transaction
     */
    @Transactional(readOnly = true, noRollbackFor = DecisionFailed.class)
    public boolean waitsForMore(DunningCase of, Step step) {
        BigDecimal owed = CaseItems.sum(items.dueOrOpen(of));
        return owed.compareTo(terms.limits(of).letterOrCall()) < 0
                && ways(of, permitted(decide(of, step))).waitForMore();
    }

    private Verdict decide(DunningCase of, Step step) {
        return decisions.decide(DECISION, of.number(), Map.of("step", step.id()));
    }

    private Ways ways(DunningCase of, List<Choice> permitted) {
        List<Choice> open = possible(permitted, creditors.recent(of.creditorId()));
        return new Ways(open, CaseItems.sum(items.dueOrOpen(of)), terms.limits(of));
    }

    private static List<Choice> permitted(Verdict verdict) {
        return verdict.rows().stream().map(Chooser::choice).toList();
    }

    /**
     * What would be chosen of somebody who has no case yet, or in a step to come.
     *
     * @param choice null: there is no way
     * @param waitsForMore there are ways, and what is owed is worth none of them
     */
    public record Forecast(@Nullable Choice choice, boolean waitsForMore) {}

    /**
     * What would be chosen of somebody who has no case yet, or in a step to come; nothing is journalled.
     *
     * @param facts what rules may ask, by name
     * @param owed what he would be asked for, in major units
     */
    public Forecast forecast(Step step, Map<String, Object> facts, String creditorId, BigDecimal owed, Limits limits) {
        Map<String, Object> asked = new HashMap<>(facts);
        asked.put("step", step.id());
        List<Choice> permitted = permitted(decisions.evaluate(DECISION, asked));
        Ways ways = new Ways(possible(permitted, creditors.recent(creditorId)), owed, limits);
        return new Forecast(
                ways.worth().stream().min(Comparator.comparingInt(Choice::rank)).orElse(null), ways.waitForMore());
    }

    /** Of what the rules permit, what the creditor uses and something carries here. */
    private List<Choice> possible(List<Choice> permitted, Creditor creditor) {
        return permitted.stream()
                .filter(choice -> creditor.uses(choice.channel().name()) && adapters.carry(choice.channel()))
                .toList();
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

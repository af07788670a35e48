package dev.kulanz.contact;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes what the rules rank first. */
@Component
class BestRank implements ChoicePolicy {

    @Override
    public Pick pick(String caseNumber, Step step, List<Choice> permitted) {
        Choice best =
                permitted.stream().min(Comparator.comparingInt(Choice::rank)).orElseThrow();
        return new Pick(best, 1.0);
    }
}

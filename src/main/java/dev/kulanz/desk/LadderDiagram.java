package dev.kulanz.desk;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.access.CurrentUser;
import dev.kulanz.journey.CaseDiagrams;
import dev.kulanz.shared.Refusal;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ladder with how many cases stand where, for the dashboard's diagram. */
@RestController
class LadderDiagram {

    private static final String LADDER = "dunning-journey";

    private final CaseDiagrams diagrams;
    private final CurrentUser user;

    LadderDiagram(CaseDiagrams diagrams, CurrentUser user) {
        this.diagrams = diagrams;
        this.user = user;
    }

    /** @param counts element id → cases that stand there */
    record Ladder(String name, String xml, Map<String, Long> counts) {}

    /** @throws Refusal if there is no such ladder */
    @GetMapping("/ladder")
    Ladder ladder(@RequestParam(defaultValue = LADDER) String process) {
        if (diagrams.ladders().stream().noneMatch(one -> one.processId().equals(process))) {
            throw Refusal.notFound("There is no ladder “" + process + "”.");
        }
        var diagram = diagrams.ladder(process);
        return new Ladder(diagram.name(), diagram.xml(), counts(process, user.scope()));
    }

    private Map<String, Long> counts(String process, CreditorScope scope) {
        // To name no creditor means all of them: who may see none must not ask.
        boolean seesNone = !scope.all() && scope.ids().isEmpty();
        return seesNone ? Map.of() : diagrams.counts(process, scope.idArray());
    }
}

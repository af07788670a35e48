package dev.kulanz.desk;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.access.CurrentUser;
import dev.kulanz.journey.CaseDiagrams;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.LocalFormat;
import dev.kulanz.shared.Refusal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ladder with how many cases stand where, for the dashboard's diagram. */
@RestController
class LadderDiagram {

    private static final String LADDER = "dunning-journey";

    private final CaseDiagrams diagrams;
    private final CurrentUser user;
    private final Lately<Asked, Map<String, Long>> lately;

    /** @param atOnce how long the diagram waits for its counts */
    LadderDiagram(
            CaseDiagrams diagrams,
            CurrentUser user,
            BusinessClock clock,
            @Value(DashboardFigures.AT_ONCE) Duration atOnce,
            FigureWorkers workers) {
        this.diagrams = diagrams;
        this.user = user;
        this.lately = new Lately<>(
                asked -> diagrams.counts(asked.process(), asked.scope().idArray()), clock, atOnce, workers);
    }

    private record Asked(String process, CreditorScope scope) {}

    /**
     * @param counts element id → cases that stand there; null: they are being reckoned for the first time
     * @param asOf of which moment of business time they are, as people write it; null: of this one
     */
    record Ladder(
            String name,
            String xml,
            @Nullable Map<String, Long> counts,
            @Nullable String asOf) {}

    /** @throws Refusal if there is no such ladder */
    @GetMapping("/ladder")
    Ladder ladder(@RequestParam(defaultValue = LADDER) String process, Locale locale) {
        if (diagrams.ladders().stream().noneMatch(one -> one.processId().equals(process))) {
            throw Refusal.notFound("There is no ladder “" + process + "”.");
        }
        var diagram = diagrams.ladder(process);
        var scope = user.scope();
        if (!scope.all()
                && scope.ids().isEmpty()) { // to name no creditor means all of them: who sees none must not ask
            return new Ladder(diagram.name(), diagram.xml(), Map.of(), null);
        }
        return lately.of(new Asked(process, scope))
                .map(shown -> new Ladder(
                        diagram.name(),
                        diagram.xml(),
                        shown.figures(),
                        shown.asOf() == null ? null : new LocalFormat(locale).moment(shown.asOf())))
                .orElseGet(() -> new Ladder(diagram.name(), diagram.xml(), null, null));
    }

    /** Who comes first after the start finds them. */
    @EventListener
    void on(ApplicationReadyEvent ready) {
        lately.begin(new Asked(LADDER, CreditorScope.ALL));
    }
}

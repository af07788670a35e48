package dev.kulanz.receivables;

import dev.kulanz.shared.BusinessClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes the API's view of creditors: one question for the terms of all. */
@Component
class CreditorViews {

    private final CreditorTerms terms;
    private final BusinessClock clock;

    CreditorViews(CreditorTerms terms, BusinessClock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    CreditorView of(Creditor one) {
        return of(List.of(one)).get(0);
    }

    List<CreditorView> of(List<Creditor> creditors) {
        Map<String, List<DatedTerms>> all =
                terms.ofCreditors(creditors.stream().map(Creditor::id).toList());
        return creditors.stream()
                .map(one -> view(one, all.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private CreditorView view(Creditor one, List<DatedTerms> all) {
        LocalDate today = clock.today();
        Terms inForce = all.stream()
                .filter(dated -> dated.from() == null || !dated.from().isAfter(today))
                .reduce((earlier, later) -> later)
                .map(DatedTerms::terms)
                .orElse(Terms.NONE);
        List<Essential> missing = one.missing();
        return new CreditorView(one, inForce, all, missing.isEmpty(), missing);
    }
}

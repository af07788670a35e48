package dev.kulanz.handover;

import dev.kulanz.cases.DunningCase;
import dev.kulanz.handover.Readiness.MissingField;
import dev.kulanz.receivables.Creditor;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.Debtors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the agency must name in its first letter (§ 13a I RDG) and we don't know. */
@Component
class MissingFields {

    private final Creditors creditors;
    private final Debtors debtors;

    MissingFields(Creditors creditors, Debtors debtors) {
        this.creditors = creditors;
        this.debtors = debtors;
    }

    /** @param claims of the case; those that are ready count, or all while none is */
    List<MissingField> of(DunningCase of, List<Claim> claims) {
        List<MissingField> missing = new ArrayList<>();
        Creditor creditor = creditors.get(of.creditorId());
        creditor.missing()
                .forEach(essential -> missing.add(
                        new MissingField(creditor.name(), essential.name().toLowerCase(Locale.ROOT))));
        Debtor debtor = debtors.get(of.debtorId());
        if (isMissing(debtor.name(), debtor.street(), debtor.postcode(), debtor.city())) {
            missing.add(new MissingField(debtor.name(), "address"));
        }
        List<Claim> ready = claims.stream().filter(Claim::isReady).toList();
        (ready.isEmpty() ? claims : ready).forEach(claim -> claim.missingFields()
                .forEach(field -> missing.add(new MissingField(claim.named(), field))));
        return missing;
    }

    private static boolean isMissing(@Nullable String... lines) {
        return Stream.of(lines).anyMatch(line -> line == null || line.isBlank());
    }
}

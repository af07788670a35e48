package dev.kulanz.cases;

import dev.kulanz.decisions.Fact;
import dev.kulanz.decisions.FactSource;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.Debtors;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.shared.BusinessClock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What rules may ask about a case and its debtor. */
@Component
class CaseFacts implements FactSource {

    private final Cases cases;
    private final CaseItems items;
    private final Debtors debtors;
    private final BusinessClock clock;

    CaseFacts(Cases cases, CaseItems items, Debtors debtors, BusinessClock clock) {
        this.cases = cases;
        this.items = items;
        this.debtors = debtors;
        this.clock = clock;
    }

    @Override
    public Collection<Fact> facts() {
        return List.of(
                new Fact(
                        "daysOverdue",
                        Fact.Type.NUMBER,
                        "days",
                        "Days since the oldest of these items was due; 0 if nothing is open or due."),
                new Fact(
                        "openAmount",
                        Fact.Type.NUMBER,
                        "major units of the case's currency",
                        "What can be demanded now; as long as that is nothing, what is open."),
                new Fact(
                        "openItems",
                        Fact.Type.NUMBER,
                        "items",
                        "How many items can be demanded now; as long as none can, how many are open."),
                new Fact("round", Fact.Type.NUMBER, "", "1, and one more each time a settled case comes back."),
                new Fact("creditor", Fact.Type.STRING, "", "The creditor's id."),
                new Fact(
                        "debtorType",
                        Fact.Type.STRING,
                        "CONSUMER or BUSINESS",
                        "Whether the debtor is a consumer.",
                        Arrays.stream(Debtor.Type.values()).map(Enum::name).collect(Collectors.toSet())),
                new Fact(
                        "claimKind",
                        Fact.Type.STRING,
                        "GOODS, SERVICE, LOAN_INSTALMENT or OTHER",
                        "What the oldest open item is for.",
                        Set.of("GOODS", "SERVICE", "LOAN_INSTALMENT", "OTHER")),
                new Fact(
                        "hasMandate",
                        Fact.Type.BOOLEAN,
                        "",
                        "There is a direct-debit mandate for the oldest open item: its debit came back, or somebody let it go."),
                new Fact(
                        "isFirstPurchase",
                        Fact.Type.BOOLEAN,
                        "",
                        "The creditor knows no other item of the debtor than those of this case."),
                new Fact(
                        "age",
                        Fact.Type.NUMBER,
                        "years",
                        "How old the debtor is; not known without a birth date, or of a business."),
                new Fact("language", Fact.Type.STRING, "ISO 639-1", "The debtor's language."));
    }

    @Override
    public Map<String, Object> lookUp(String caseNumber, Set<String> names) {
        DunningCase of = cases.get(caseNumber);
        Map<String, Object> found = new HashMap<>();
        if (names.contains("round")) {
            found.put("round", of.round());
        }
        if (names.contains("creditor")) {
            found.put("creditor", of.creditorId());
        }
        if (names.contains("debtorType") || names.contains("language") || names.contains("age")) {
            var debtor = debtors.get(of.debtorId());
            debtor.ageOn(clock.today()).ifPresent(age -> found.put("age", age));
            found.put("debtorType", debtor.type().name());
            found.put("language", debtor.language());
        }
        if (names.contains("claimKind")) {
            items.kindOfOldest(of.id()).ifPresent(kind -> found.put("claimKind", kind));
        }
        if (names.contains("hasMandate")) {
            found.put("hasMandate", items.hasMandate(of.id()));
        }
        if (names.contains("isFirstPurchase")) {
            found.put("isFirstPurchase", items.areAllOfDebtor(of));
        }
        if (names.contains("daysOverdue") || names.contains("openAmount") || names.contains("openItems")) {
            found.putAll(owed(items.dueOrOpen(of)));
        }
        found.keySet().retainAll(names);
        return found;
    }

    private Map<String, Object> owed(List<ItemBalance> items) {
        Function<ItemBalance, Long> days = item -> ChronoUnit.DAYS.between(item.dueDate(), clock.today());
        return Map.of(
                "daysOverdue",
                        Math.max(
                                0,
                                items.stream()
                                        .map(days)
                                        .max(Long::compare)
                                        .orElse(0L)
                                        .intValue()),
                "openAmount", CaseItems.sum(items),
                "openItems", items.size());
    }
}

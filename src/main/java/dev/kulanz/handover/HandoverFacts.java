package dev.kulanz.handover;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.cases.CaseTerms;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.decisions.Fact;
import dev.kulanz.decisions.FactSource;
import dev.kulanz.receivables.Debtors;
import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What rules may ask about whether a case can go to the agency. */
@Component
class HandoverFacts implements FactSource {

    private static final Map<String, Set<BlockReason>> BLOCKS = Map.of(
            "unclearPayment", Set.of(BlockReason.UNCLEAR_PAYMENT),
            "unansweredReply", Set.of(BlockReason.REPLY),
            "disputed", Set.of(BlockReason.DISPUTE),
            "vulnerable", Set.of(BlockReason.HARDSHIP),
            "openAgreement", Set.of(BlockReason.PROMISE, BlockReason.PLAN, BlockReason.TAKE_OVER),
            "represented", Set.of(BlockReason.REPRESENTED),
            "insolvent", Set.of(BlockReason.INSOLVENCY),
            "deceased", Set.of(BlockReason.DECEASED));

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Debtors debtors;
    private final Blocks blocks;
    private final Claims claims;
    private final CaseTerms terms;
    private final MissingFields missingFields;
    private final ObjectProvider<ClerkWork> work;
    private final BusinessCalendar calendar;
    private final BusinessClock clock;

    HandoverFacts(
            JdbcClient jdbc,
            Cases cases,
            Debtors debtors,
            Blocks blocks,
            Claims claims,
            CaseTerms terms,
            MissingFields missingFields,
            ObjectProvider<ClerkWork> work,
            BusinessCalendar calendar,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.debtors = debtors;
        this.blocks = blocks;
        this.claims = claims;
        this.terms = terms;
        this.missingFields = missingFields;
        this.work = work;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Collection<Fact> facts() {
        return List.of(
                fact(
                        "unclearPayment",
                        Fact.Type.BOOLEAN,
                        "",
                        "A payment that may belong to the case is not clear yet."),
                fact("unansweredReply", Fact.Type.BOOLEAN, "", "The debtor wrote and nobody has answered."),
                fact("disputed", Fact.Type.BOOLEAN, "", "The debtor disputes the case or one of its items."),
                fact("vulnerable", Fact.Type.BOOLEAN, "", "A hardship is known."),
                fact("openAgreement", Fact.Type.BOOLEAN, "", "A promise or an instalment plan holds."),
                fact("represented", Fact.Type.BOOLEAN, "", "Somebody represents the debtor."),
                fact("insolvent", Fact.Type.BOOLEAN, "", "Insolvency proceedings are open."),
                fact("deceased", Fact.Type.BOOLEAN, "", "The debtor has died."),
                fact(
                        "minor",
                        Fact.Type.BOOLEAN,
                        "",
                        "The debtor is under 18, by his birth date or because somebody says so."),
                fact(
                        "openTasks",
                        Fact.Type.NUMBER,
                        "tasks",
                        "Tasks of the case that wait for a person, hand-over aside."),
                fact("returnedMail", Fact.Type.BOOLEAN, "", "The last letter of this round came back."),
                fact(
                        "daysSincePartPayment",
                        Fact.Type.NUMBER,
                        "days",
                        "Days since something was last paid on the case; not known if nothing was."),
                fact(
                        "missingNotices",
                        Fact.Type.NUMBER,
                        "notices",
                        "How many of Mahnung and final notice no item of the case had; 0 as soon as one item had both."),
                fact(
                        "unprovedNotices",
                        Fact.Type.NUMBER,
                        "notices",
                        "How many of the two went neither by letter nor with a proved receipt; 0 as soon as one item had both so."),
                fact(
                        "bankDaysSinceDeadline",
                        Fact.Type.NUMBER,
                        "bank days",
                        "Bank days since the last day that was given for paying; not known without a final notice, 0 until it is past."),
                fact(
                        "missingFields",
                        Fact.Type.NUMBER,
                        "fields",
                        "What the agency needs (§ 13a RDG) and is not known."),
                fact(
                        "tooLittle",
                        Fact.Type.BOOLEAN,
                        "",
                        "What would be handed over is less than the creditor's lowest amount for it."));
    }

    private static Fact fact(String name, Fact.Type type, String unit, String meaning) {
        return new Fact(name, type, unit, meaning);
    }

    @Override
    public Map<String, Object> lookUp(String caseNumber, Set<String> names) {
        DunningCase of = cases.get(caseNumber);
        Map<String, Object> found = new HashMap<>();
        Set<BlockReason> held =
                blocks.active(of).stream().map(CaseBlock::reason).collect(Collectors.toSet());
        BLOCKS.forEach((name, reasons) -> found.put(name, reasons.stream().anyMatch(held::contains)));
        put(found, names, "minor", () -> held.contains(BlockReason.MINOR) || isMinor(of));
        put(found, names, "openTasks", () -> work.getObject().openTasks(caseNumber));
        put(found, names, "returnedMail", () -> lastLetterCameBack(of));
        put(found, names, "daysSincePartPayment", () -> daysSincePartPayment(of));
        List<Claim> all = claims.of(of);
        Optional<Claim> nearest =
                all.stream().min(Comparator.comparing(Claim::missingNotices).thenComparing(Claim::unprovedNotices));
        found.put("missingNotices", nearest.map(Claim::missingNotices).orElse(2));
        found.put("unprovedNotices", nearest.map(Claim::unprovedNotices).orElse(0));
        put(found, names, "bankDaysSinceDeadline", () -> bankDaysSinceDeadline(all));
        put(found, names, "missingFields", () -> missingFields.of(of, all).size());
        found.put(
                "tooLittle", Readiness.amountOf(all).compareTo(terms.limits(of).handover()) < 0);
        found.keySet().retainAll(names);
        return found;
    }

    private boolean isMinor(DunningCase of) {
        return debtors.get(of.debtorId()).isMinorOn(clock.today());
    }

    private static void put(
            Map<String, Object> found, Set<String> names, String name, Supplier<@Nullable Object> fact) {
        Object value = names.contains(name) ? fact.get() : null;
        if (value != null) {
            found.put(name, value);
        }
    }

    private Boolean lastLetterCameBack(DunningCase of) {
        return jdbc.sql("""
                        select coalesce((
                            select status = 'FAILED' and fault = 'ADDRESS' from contact
                            where case_id = :case and round = :round and channel = 'LETTER'
                              and status in ('SENT', 'DELIVERED', 'FAILED')
                            order by coalesce(sent_at, failed_at) desc limit 1), false)""")
                .param("case", of.id())
                .param("round", of.round())
                .query(Boolean.class)
                .single();
    }

    private @Nullable Object daysSincePartPayment(DunningCase of) {
        LocalDate last = jdbc.sql("""
                        select max(e.value_date) from case_item ci join ledger_entry e on e.open_item_id = ci.open_item_id
                        where ci.case_id = :case and e.kind = 'PAYMENT' and e.amount < 0""")
                .param("case", of.id())
                .query((row, index) -> row.getObject(1, LocalDate.class))
                .list()
                .get(0);
        return last == null ? null : (int) ChronoUnit.DAYS.between(last, clock.today());
    }

    /** Of the items that would be handed over; of all while none is ready. */
    private @Nullable Object bankDaysSinceDeadline(List<Claim> all) {
        boolean someAreReady = all.stream().anyMatch(Claim::isReady);
        return all.stream()
                .filter(claim -> claim.isReady() || !someAreReady)
                .map(Claim::finalDeadline)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(deadline -> (int) deadline.plusDays(1)
                        .datesUntil(later(clock.today(), deadline).plusDays(1))
                        .filter(calendar::isBankDay)
                        .count())
                .orElse(null);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}

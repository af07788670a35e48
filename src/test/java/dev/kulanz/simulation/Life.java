package dev.kulanz.simulation;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.agreements.Promise;
import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.Lifting;
import dev.kulanz.demo.Reaction;
import dev.kulanz.intake.AmountMeaning;
import dev.kulanz.payments.PaymentOrder;
import dev.kulanz.payments.PaymentReturns;
import dev.kulanz.payments.ReturnOrder;
import dev.kulanz.receivables.ContactPoint;
import dev.kulanz.receivables.WrittenContact;
import dev.kulanz.shared.Refusal;
import dev.kulanz.simulation.Inhabitant.Invoice;
import dev.kulanz.support.Browser;
import dev.kulanz.support.Stories;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What debtors and their creditor do on a day, by chance. */
final class Life {

    /** To whom messages of those go who are represented by somebody known. */
    static final String REPRESENTATIVE = "kanzlei@recht.example";

    private static final String MOVED = "invoice moved without a number";
    private static final String LEFT_TO_A_PERSON = "move of a paid invoice left to a person";
    private static final List<BlockReason> BY_HAND = BlockReason.placeable().stream()
            .filter(reason -> !List.of(
                            BlockReason.PROMISE, BlockReason.PLAN, BlockReason.PART_PAYMENT, BlockReason.RETURNED)
                    .contains(reason))
            .toList();

    private final Stories house;
    private final PaymentReturns returns;
    private final String creditorId;
    private final Scenario scenario;
    private final Tally tally;
    private final DueDates dueDates;
    private final PersonsRecord persons;
    private final Map<String, Integer> done = new TreeMap<>();
    private final Map<String, List<Paid>> comingBack = new HashMap<>();
    private final Map<String, List<CreditNote>> creditNotes = new HashMap<>();
    private int payments;

    Life(
            Stories house,
            PaymentReturns returns,
            String creditorId,
            Scenario scenario,
            Tally tally,
            DueDates dueDates,
            PersonsRecord persons) {
        this.house = house;
        this.returns = returns;
        this.creditorId = creditorId;
        this.scenario = scenario;
        this.tally = tally;
        this.dueDates = dueDates;
        this.persons = persons;
    }

    private record CreditNote(String number, String currency, BigDecimal amount) {}

    private record Paid(String externalId, String currency, BigDecimal amount, LocalDate returnsOn) {}

    /** How often what was done or refused. */
    Map<String, Integer> done() {
        return done;
    }

    /** One turn of a day. */
    void turn(Inhabitant debtor, List<DunningCase> cases, LocalDate day, String turn) {
        Chance chance = Chance.of(scenario.seed(), debtor.id(), day, turn);
        paymentsComeBack(debtor, day);
        for (DunningCase of : cases) {
            if (of.isOpen()) {
                live(debtor, of, day, chance);
            } else if (chance.happens(0.0005)) {
                pay(
                        debtor,
                        of.currency(),
                        null,
                        chance.amount(of.currency()),
                        day,
                        chance); // by mistake, or after the hand-over
            }
        }
    }

    private void live(Inhabitant debtor, DunningCase of, LocalDate day, Chance chance) {
        Temper temper = debtor.temper();
        house.promises().open(of.id()).ifPresent(promise -> mind(debtor, of, promise, day, chance));
        if (chance.happens(temper.pays() / 2)) {
            payWhatHeLikes(debtor, of, day, chance);
        }
        if (chance.happens(temper.promises() / 2)) {
            promise(of, day, chance);
        }
        if (chance.happens(temper.objects() / 2)) {
            object(debtor, of, day, chance);
        }
        if (chance.happens(0.03)) {
            lift(debtor, of);
        }
        if (chance.happens(temper.objects() / 4)) {
            credit(debtor, day, chance);
        }
        if (chance.happens(0.002)) {
            nameWhatIsLeft(debtor);
        }
    }

    private void mind(Inhabitant debtor, DunningCase of, Promise promise, LocalDate day, Chance chance) {
        boolean early = promise.promisedOn().isAfter(day) && chance.happens(0.02);
        boolean due = promise.promisedOn().equals(day)
                || promise.promisedOn().plusDays(1).equals(day);
        if (early || (due && chance.happens(debtor.temper().keeps() / 2))) {
            BigDecimal amount =
                    chance.happens(0.8) ? promise.amount() : Chance.share(promise.amount(), 0.4, of.currency());
            pay(debtor, of.currency(), null, amount, day, chance);
        }
    }

    private void payWhatHeLikes(Inhabitant debtor, DunningCase of, LocalDate day, Chance chance) {
        BigDecimal owed = house.cases().openAmount(of);
        if (owed.signum() == 0) {
            return;
        }
        String invoice = chance.happens(0.3) ? chance.oneOf(debtor.invoices()).id() : null;
        BigDecimal amount = chance.happens(debtor.temper().inFull())
                ? owed
                : chance.happens(0.1)
                        ? owed.add(chance.amount(of.currency()))
                        : Chance.share(owed, chance.between(5, 95) / 100.0, of.currency());
        pay(debtor, of.currency(), invoice, amount, day, chance);
    }

    private void pay(
            Inhabitant debtor,
            String currency,
            @Nullable String invoice,
            BigDecimal amount,
            LocalDate day,
            Chance chance) {
        String id = "P" + debtor.id() + "-" + ++payments;
        tried("payment", () -> {
            house.payments()
                    .book(
                            new PaymentOrder(id, creditorId, debtor.id(), invoice, amount, currency, day, null),
                            CreditorScope.ALL);
            tally.paid(debtor.id(), currency, amount);
        });
        if (chance.happens(debtor.temper().returns())) {
            LocalDate back = day.plusDays(chance.between(0, 12));
            comingBack
                    .computeIfAbsent(debtor.id(), unknown -> new ArrayList<>())
                    .add(new Paid(id, currency, amount, back));
        }
    }

    private void paymentsComeBack(Inhabitant debtor, LocalDate day) {
        List<Paid> waiting = comingBack.getOrDefault(debtor.id(), List.of());
        for (Paid paid : List.copyOf(waiting)) {
            if (!paid.returnsOn().isAfter(day)) {
                waiting.remove(paid);
                tried("return", () -> {
                    returns.book(new ReturnOrder(creditorId, paid.externalId(), day, "AM04"), CreditorScope.ALL);
                    tally.paid(debtor.id(), paid.currency(), paid.amount().negate());
                });
            }
        }
    }

    private void promise(DunningCase of, LocalDate day, Chance chance) {
        BigDecimal owed = house.cases().openAmount(of);
        if (owed.signum() > 0) {
            BigDecimal amount =
                    chance.happens(0.6) ? owed : Chance.share(owed, chance.between(10, 110) / 100.0, of.currency());
            LocalDate when = day.plusDays(chance.between(-1, 34));
            tried("promise", () -> house.promises().make(of.number(), amount, when, Promise.Source.API));
        }
    }

    private void object(Inhabitant debtor, DunningCase of, LocalDate day, Chance chance) {
        BlockReason reason = chance.oneOf(BY_HAND);
        LocalDate until = chance.happens(0.5) ? day.plusDays(chance.between(0, 40)) : null;
        Invoice invoice = chance.oneOf(debtor.invoices());
        switch (chance.between(0, 4)) {
            case 0, 1 ->
                tried("block", () -> {
                    block(of, reason, null, until);
                    persons.blocked(debtor, reason, until);
                    if (reason == BlockReason.REPRESENTED && chance.happens(0.5)) {
                        nameRepresentative(of);
                    }
                });
            case 2 -> tried("item block", () -> block(of, BlockReason.DISPUTE, invoice.id(), until));
            case 3 ->
                tried("other due date", () -> move(debtor, invoice, day.plusDays(chance.between(-40, 40)), chance));
            default -> tried("correction", () -> correct(debtor, invoice, chance));
        }
    }

    private void block(DunningCase of, BlockReason reason, @Nullable String invoice, @Nullable LocalDate until) {
        house.blocks().place(of.number(), new Blocks.Wanted(reason, invoice, until, "API", null));
    }

    private void correct(Inhabitant debtor, Invoice invoice, Chance chance) {
        name(debtor, invoice, Chance.share(invoice.amount(), chance.between(20, 160) / 100.0, invoice.currency()));
    }

    /** A correction moves it back. */
    private void move(Inhabitant debtor, Invoice invoice, LocalDate due, Chance chance) {
        Invoice moved = invoice.dueOn(due);
        Invoice named = chance.happens(0.5) ? moved : moved.numbered();
        boolean owed = dueDates.isOwed(named);
        int left = name(debtor, named, invoice.amount());
        if (named.instalment() == 0) {
            done.merge(owed ? MOVED : left > 0 ? LEFT_TO_A_PERSON : "paid invoice named with its day", 1, Integer::sum);
        }
    }

    /** What no simulation may pass without: else a house that takes no move at all would keep every rule. */
    List<Violation> missing() {
        return done.getOrDefault(LEFT_TO_A_PERSON, 0) > 0 && done.getOrDefault(MOVED, 0) == 0
                ? List.of(new Violation("moves of what is owed are taken", null, null, done.toString()))
                : List.of();
    }

    /** Of one invoice or of none, in the currency of one of his; later it is corrected, or taken back. */
    private void credit(Inhabitant debtor, LocalDate day, Chance chance) {
        List<CreditNote> known = creditNotes.computeIfAbsent(debtor.id(), nobody -> new ArrayList<>());
        CreditorFile file = new CreditorFile(tally, dueDates, persons);
        if (!known.isEmpty() && chance.happens(0.4)) {
            CreditNote note = chance.oneOf(known);
            BigDecimal corrected = chance.happens(0.3)
                    ? BigDecimal.ZERO
                    : Chance.share(note.amount(), chance.between(20, 180) / 100.0, note.currency());
            file.credit(debtor, note.number(), corrected, note.currency(), null, day);
            tried("credit note corrected", () -> file.isImportedBy(house.imports()));
            return;
        }
        Invoice invoice = chance.oneOf(debtor.invoices());
        BigDecimal amount = Chance.share(invoice.amount(), chance.between(5, 120) / 100.0, invoice.currency());
        String number = creditorId + "-G" + debtor.id() + "-" + known.size();
        known.add(new CreditNote(number, invoice.currency(), amount));
        file.credit(debtor, number, amount, invoice.currency(), chance.happens(0.6) ? invoice : null, day);
        tried("credit note", () -> file.isImportedBy(house.imports()));
    }

    /** His part of a list of open items, as the house itself keeps it: nothing comes of it. */
    private void nameWhatIsLeft(Inhabitant debtor) {
        CreditorFile file = new CreditorFile(tally, dueDates, persons);
        house.jdbc()
                .sql("""
                        select i.invoice_id as id,
                               case when i.instalments > 1 then coalesce(i.given_instalment, i.instalment) else 0 end as instalment,
                               i.open_amount as amount, a.currency, i.due_date as due, 0 as named
                        from item_balance i join account a on a.id = i.account_id join debtor d on d.id = a.debtor_id
                        where d.creditor_id = :creditor and d.external_id = :debtor and i.open_amount > 0
                        order by i.invoice_id, i.instalment""")
                .param("creditor", creditorId)
                .param("debtor", debtor.id())
                .query(Invoice.class)
                .list()
                .forEach(left -> file.nameRest(debtor, left));
        tried("list of what is left", () -> file.isImportedBy(house.imports(), AmountMeaning.REMAINING));
    }

    private void nameRepresentative(DunningCase of) {
        HttpResponse<String> answer = Browser.withPassword(house.port(), "clerk", "clerk")
                .put(
                        "/api/v1/cases/" + of.number() + "/representative",
                        "{\"name\": \"Kanzlei Recht\", \"email\": \"" + REPRESENTATIVE + "\"}");
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    /** @return how many rows are left to a person */
    private int name(Inhabitant debtor, Invoice invoice, BigDecimal amount) {
        CreditorFile file = new CreditorFile(tally, dueDates, persons);
        file.name(debtor, invoice, amount);
        return file.isImportedBy(house.imports());
    }

    private void lift(Inhabitant debtor, DunningCase of) {
        for (CaseBlock block : house.blocks().active(of)) {
            if (BY_HAND.contains(block.reason())) {
                tried("lift", () -> {
                    house.lifting().lift(of.number(), block.id(), Lifting.Decision.END);
                    if (block.ofPerson()) {
                        persons.lifted(debtor, block.reason());
                    }
                });
            }
        }
    }

    /** What he does at the phone in the next days. */
    void answersThePhone(Inhabitant debtor, LocalDate day) {
        Chance chance = Chance.of(scenario.seed(), debtor.id(), day, "phone");
        WrittenContact.read(ContactPoint.Kind.MOBILE, debtor.mobile(), "DE")
                .map(WrittenContact::value)
                .ifPresent(number -> house.phones()
                        .script(creditorId, number, reaction(debtor, day, chance), reaction(debtor, day, chance)));
    }

    private static Reaction reaction(Inhabitant debtor, LocalDate day, Chance chance) {
        return switch (chance.between(0, 11)) {
            case 0, 1 -> Reaction.promises(day.plusDays(chance.between(7, 30)), debtor.language());
            case 2, 3 -> Reaction.listens(debtor.language());
            case 4 -> Reaction.asksForAPerson(debtor.language());
            case 5 -> chance.happens(0.5) ? Reaction.isSomebodyElse(debtor.language()) : new Reaction.NotInService();
            case 6, 7 -> new Reaction.Busy();
            case 8 -> new Reaction.Voicemail();
            case 9 -> chance.happens(0.3) ? new Reaction.Outage() : Reaction.says();
            default -> new Reaction.NoAnswer();
        };
    }

    private void tried(String what, Runnable act) {
        try {
            act.run();
            done.merge(what, 1, Integer::sum);
        } catch (Refusal e) {
            done.merge(what + " refused", 1, Integer::sum);
        }
    }
}

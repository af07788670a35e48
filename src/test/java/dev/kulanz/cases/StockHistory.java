package dev.kulanz.cases;

import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Ids;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases with a past, written into the tables as they are; remembers by itself what was open when. */
final class StockHistory {

    private static final Instant BEGIN = berlin("2026-08-03T08:00");
    private static final int DAYS = 108;
    private static final @Nullable String[] STEPS = {
        null, "friendly-reminder", "second-reminder", "dunning-notice", "own-step"
    };
    private static final String[] STATUSES = {"OPEN", "OPEN", "OPEN", "OPEN", "SETTLED", "HANDED_OVER", "WRITTEN_OFF"};

    private final JdbcClient jdbc;
    private final String creditor;
    private final List<PastCase> cases = new ArrayList<>();

    StockHistory(JdbcClient jdbc, String creditor) {
        this.jdbc = jdbc;
        this.creditor = creditor;
    }

    static Instant berlin(String moment) {
        return LocalDateTime.parse(moment).atZone(BusinessClock.ZONE).toInstant();
    }

    PastCase opened(String moment) {
        return opened("EUR", berlin(moment));
    }

    private PastCase opened(String currency, Instant at) {
        PastCase one = new PastCase(currency);
        one.open(at);
        cases.add(one);
        return one;
    }

    /** Anything that could happen, in any order; two things at one moment too. */
    void invent(Random chance, int many) {
        for (int i = 0; i < many; i++) {
            Instant at = BEGIN.plusSeconds(3600L * chance.nextInt(24 * DAYS / 2));
            PastCase one = opened(chance.nextInt(4) == 0 ? "CHF" : "EUR", at);
            one.owes(amount(chance), at);
            Instant end = BEGIN.plusSeconds(86_400L * DAYS);
            while (at.isBefore(end)) {
                one.atMoment(at);
                switch (chance.nextInt(6)) {
                    case 0 -> one.moves(STATUSES[chance.nextInt(STATUSES.length)], STEPS[chance.nextInt(STEPS.length)]);
                    case 1 -> one.books("PAYMENT", "-" + amount(chance), "BANK");
                    case 2 -> one.books("PAYMENT", amount(chance), chance.nextBoolean() ? "RETURN" : "SURPLUS");
                    case 3 ->
                        one.books("CLEARED_ELSEWHERE", (chance.nextBoolean() ? "-" : "") + amount(chance), "IMPORT");
                    case 4 -> one.leavesFor(amount(chance));
                    default -> one.owes(amount(chance), at);
                }
                at = at.plusSeconds(3600L * chance.nextInt(24 * 20));
            }
        }
    }

    private static String amount(Random chance) {
        return BigDecimal.valueOf(1 + chance.nextInt(50_000), 2).toPlainString();
    }

    /** What was open just before a moment, by step; reckoned from what was invented, not from the tables. */
    Map<String, String> stockBefore(Instant end, String currency) {
        Map<String, Quantity> stock = new HashMap<>();
        cases.stream().filter(one -> one.currency.equals(currency)).forEach(one -> one.stockBefore(end, stock));
        Map<String, String> told = new HashMap<>();
        stock.forEach((step, some) -> {
            if (!some.isNone()) {
                told.put(step, told(some));
            }
        });
        return told;
    }

    static String told(Quantity some) {
        return some.cases() + " cases, " + some.amount().setScale(2).toPlainString();
    }

    private record Move(Instant at, String status, String step) {}

    private record Booking(Instant at, BigDecimal amount) {}

    /** One case; what happens to it happens at the moment that was named last. */
    final class PastCase {

        private final UUID id = Ids.next();
        private final UUID account = Ids.next();
        private final String currency;
        private final List<Move> moves = new ArrayList<>();
        private final List<Booking> bookings = new ArrayList<>();
        private UUID item = Ids.next();
        private BigDecimal ofLast = BigDecimal.ZERO;
        private Instant now = BEGIN;

        private PastCase(String currency) {
            this.currency = currency;
        }

        private void open(Instant at) {
            UUID debtor = Ids.next();
            jdbc.sql("""
                            insert into debtor (id, creditor_id, external_id, type, name, language, created_at, updated_at)
                            values (:debtor, :creditor, :name, 'CONSUMER', 'Erika', 'de', :at, :at)""")
                    .param("debtor", debtor)
                    .param("creditor", creditor)
                    .param("name", debtor.toString())
                    .param("at", Timestamp.from(at))
                    .update();
            jdbc.sql("insert into account (id, debtor_id, currency) values (:id, :debtor, :currency)")
                    .param("id", account)
                    .param("debtor", debtor)
                    .param("currency", currency)
                    .update();
            jdbc.sql("""
                            insert into dunning_case (id, number, creditor_id, debtor_id, account_id, currency, status,
                                payment_reference, first_contact_at, journey, journey_started_at, opened_at)
                            values (:id, :number, :creditor, :debtor, :account, :currency, 'OPEN', :number,
                                :at, 'past', :at, :at)""")
                    .param("id", id)
                    .param("number", "PAST-" + id)
                    .param("creditor", creditor)
                    .param("debtor", debtor)
                    .param("account", account)
                    .param("currency", currency)
                    .param("at", Timestamp.from(at))
                    .update();
            atMoment(at).moves("OPEN", null);
        }

        PastCase at(String moment) {
            return atMoment(berlin(moment));
        }

        private PastCase atMoment(Instant moment) {
            now = moment;
            return this;
        }

        PastCase owes(String amount, String joined) {
            return owes(amount, berlin(joined));
        }

        /** An invoice was booked two days before it joins the case. */
        private PastCase owes(String amount, Instant joined) {
            now = joined;
            item = Ids.next();
            jdbc.sql("""
                            insert into open_item (id, account_id, creditor_id, invoice_id, due_date, created_at, updated_at)
                            values (:id, :account, :creditor, :invoice, '2026-08-01', :at, :at)""")
                    .param("id", item)
                    .param("account", account)
                    .param("creditor", creditor)
                    .param("invoice", item.toString())
                    .param("at", Timestamp.from(joined))
                    .update();
            jdbc.sql("insert into item_stay (case_id, open_item_id, joined_at) values (:case, :item, :at)")
                    .param("case", id)
                    .param("item", item)
                    .param("at", Timestamp.from(joined))
                    .update();
            enter("PRINCIPAL", new BigDecimal(amount), "IMPORT", joined.minusSeconds(172_800));
            ofLast = new BigDecimal(amount);
            bookings.add(new Booking(joined, ofLast));
            return this;
        }

        /** On the item that joined last. */
        void books(String kind, String amount, String source) {
            enter(kind, new BigDecimal(amount), source, now);
            ofLast = ofLast.add(new BigDecimal(amount));
            bookings.add(new Booking(now, new BigDecimal(amount)));
        }

        /** The item that joined last goes to another case, and another one comes; what is booked on it later is not here. */
        private void leavesFor(String amount) {
            jdbc.sql("update item_stay set left_at = :at where open_item_id = :item")
                    .param("at", Timestamp.from(now))
                    .param("item", item)
                    .update();
            enter("PAYMENT", new BigDecimal("-0.01"), "BANK", now.plusSeconds(1));
            bookings.add(new Booking(now, ofLast.negate()));
            owes(amount, now);
        }

        private void enter(String kind, BigDecimal amount, String source, Instant at) {
            jdbc.sql("""
                            insert into ledger_entry (account_id, open_item_id, kind, amount, value_date, booked_at, source)
                            values (:account, :item, :kind, :amount, '2026-08-01', :at, :source)""")
                    .param("account", account)
                    .param("item", item)
                    .param("kind", kind)
                    .param("amount", amount)
                    .param("at", Timestamp.from(at))
                    .param("source", source)
                    .update();
        }

        void moves(String status, @Nullable String step) {
            jdbc.sql("insert into case_move (case_id, status, step, moved_at) values (:case, :status, :step, :at)")
                    .param("case", id)
                    .param("status", status)
                    .param("step", step)
                    .param("at", Timestamp.from(now))
                    .update();
            jdbc.sql("update dunning_case set status = :status, step = :step where id = :case")
                    .param("case", id)
                    .param("status", status)
                    .param("step", step)
                    .update();
            moves.add(new Move(now, status, step == null ? "none" : step));
        }

        private void stockBefore(Instant end, Map<String, Quantity> stock) {
            moves.stream()
                    .filter(move -> move.at().isBefore(end))
                    .reduce((earlier, later) -> later)
                    .filter(last -> last.status().equals("OPEN"))
                    .ifPresent(last -> stock.merge(
                            last.step(),
                            new Quantity(
                                    1,
                                    bookings.stream()
                                            .filter(booking -> booking.at().isBefore(end))
                                            .map(Booking::amount)
                                            .reduce(BigDecimal.ZERO, BigDecimal::add)),
                            Quantity::plus));
        }
    }
}

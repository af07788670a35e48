package dev.kulanz.payments;

import dev.kulanz.receivables.Ledger;
import dev.kulanz.shared.BusinessClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reverses in the ledger what a payment had paid; also what its credit had paid meanwhile. */
@Component
class ReturnBooking {

    private static final String SOURCE = "RETURN";

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final BusinessClock clock;

    ReturnBooking(JdbcClient jdbc, Ledger ledger, BusinessClock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    void lock(UUID debtorId, UUID accountId) {
        ledger.lock(debtorId, accountId);
    }

    private record Entry(@Nullable UUID openItemId, String kind, BigDecimal amount) {}

    /** @return the items that are owed again */
    List<UUID> reverse(Payment payment, LocalDate day) {
        List<UUID> owedAgain = new ArrayList<>();
        jdbc.sql("select open_item_id, kind, amount from ledger_entry where payment_id = :payment order by id")
                .param("payment", payment.id())
                .query(Entry.class)
                .list()
                .forEach(entry -> {
                    ledger.book(
                            payment.accountId(),
                            entry.openItemId(),
                            Ledger.Kind.valueOf(entry.kind()),
                            entry.amount().negate(),
                            day,
                            payment.id(),
                            SOURCE);
                    if (entry.openItemId() != null) {
                        owedAgain.add(entry.openItemId());
                    }
                });
        owedAgain.addAll(takeBackFromCredit(payment.accountId()));
        return owedAgain;
    }

    private record PaidByCredit(UUID openItemId, BigDecimal amount) {}

    /** The payment's surplus may have paid other items since: the latest of them are owed again. */
    private List<UUID> takeBackFromCredit(UUID account) {
        List<UUID> owedAgain = new ArrayList<>();
        BigDecimal missing = ledger.overpaid(account);
        for (PaidByCredit paid : missing.signum() > 0 ? paidByCredit(account) : List.<PaidByCredit>of()) {
            BigDecimal part = missing.min(paid.amount());
            if (part.signum() > 0) {
                ledger.book(account, paid.openItemId(), Ledger.Kind.PAYMENT, part, clock.today(), null, "CREDIT");
                ledger.book(account, null, Ledger.Kind.CREDIT, part.negate(), clock.today(), null, "CREDIT");
                owedAgain.add(paid.openItemId());
                missing = missing.subtract(part);
            }
        }
        return owedAgain;
    }

    private List<PaidByCredit> paidByCredit(UUID account) {
        return jdbc.sql("""
                        select open_item_id, -sum(amount) as amount from ledger_entry
                        where account_id = :account and source = 'CREDIT' and credit_note_id is null and open_item_id is not null
                        group by open_item_id having sum(amount) < 0 order by max(id) desc""").param("account", account).query(PaidByCredit.class).list();
    }
}

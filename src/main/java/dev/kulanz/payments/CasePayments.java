package dev.kulanz.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The payments that a case worker sees in a case file: those of its account, the latest first. */
@Component
public class CasePayments {

    private static final int MOST = 50;

    private final JdbcClient jdbc;

    CasePayments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A payment and whether it came back. Amount in major units of the currency.
     *
     * @param beyond how much of it was more than was open; zero: nothing
     * @param returnedOn day on which the bank took it back; null: it stayed
     */
    public record Received(
            String externalId,
            BigDecimal amount,
            BigDecimal beyond,
            String currency,
            LocalDate valueDate,
            @Nullable String invoiceId,
            @Nullable String reference,
            String bookedBy,
            Instant bookedAt,
            @Nullable LocalDate returnedOn,
            @Nullable String returnReason) {

        /** Whether a part of it was kept as a credit. */
        public boolean isMoreThanOwed() {
            return beyond.signum() > 0 && !isReturned();
        }

        public boolean isReturned() {
            return returnedOn != null;
        }
    }

    /** At most the last 50. */
    public List<Received> of(UUID accountId) {
        return jdbc.sql("""
                        select p.external_id, p.amount, p.currency, p.value_date, p.invoice_id, p.reference, p.booked_by,
                               (select greatest(coalesce(-sum(e.amount), 0), 0) from ledger_entry e
                                where e.account_id = p.account_id and e.payment_id = p.id and e.open_item_id is null) as beyond,
                               p.booked_at, r.value_date as returned_on, r.reason as return_reason
                        from payment p left join payment_return r on r.payment_id = p.id
                        where p.account_id = :account
                        order by p.value_date desc, p.booked_at desc, p.id limit :most""")
                .param("account", accountId)
                .param("most", MOST)
                .query(Received.class)
                .list();
    }
}

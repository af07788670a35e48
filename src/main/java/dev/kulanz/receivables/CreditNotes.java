package dev.kulanz.receivables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What creditors took back of what they had billed. The import writes them, in sets. */
@Component
public class CreditNotes {

    private static final int MOST = 50;

    private final JdbcClient jdbc;

    CreditNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A credit note that holds.
     *
     * @param number the creditor's own
     * @param creditsInvoice the invoice that it names; null: none
     * @param granted in major units of the account's currency, positive
     * @param unused what is left of it
     */
    public record CreditNote(
            String number,
            @Nullable String creditsInvoice,
            @Nullable LocalDate issuedOn,
            BigDecimal granted,
            BigDecimal unused) {

        public boolean isUsedUp() {
            return unused.signum() == 0;
        }
    }

    /** Those of an account, the latest first; at most 50. */
    public List<CreditNote> of(UUID accountId) {
        return jdbc.sql("""
                        select number, credits_invoice, issued_on, granted, unused from credit_balance
                        where account_id = :account and granted > 0
                        order by issued_on desc nulls last, number limit :most""")
                .param("account", accountId)
                .param("most", MOST)
                .query(CreditNote.class)
                .list();
    }
}

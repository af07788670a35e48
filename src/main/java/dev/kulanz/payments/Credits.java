package dev.kulanz.payments;

import dev.kulanz.cases.CaseItems;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.CasesOpened;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.Ledger;
import dev.kulanz.shared.BusinessClock;
import java.math.BigDecimal;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A debtor with a credit from an overpayment is not asked for what it covers: it pays items that became overdue. */
@Component
class Credits {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Cases cases;
    private final CaseItems items;
    private final Journal journal;
    private final BusinessClock clock;

    Credits(JdbcClient jdbc, Ledger ledger, Cases cases, CaseItems items, Journal journal, BusinessClock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.cases = cases;
        this.items = items;
        this.journal = journal;
        this.clock = clock;
    }

    @EventListener
    void on(CasesOpened opened) {
        jdbc.sql("""
                        select a.id from account a
                        where a.id = any(:accounts)
                          and exists (select 1 from ledger_entry e
                                      where e.account_id = a.id and e.open_item_id is null
                                      group by e.account_id having sum(e.amount) < 0)
                        order by a.debtor_id, a.id""")
                .param("accounts", opened.accountIds().toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .forEach(this::use);
    }

    /** A payment may have settled the case in between: then there is nothing to pay. */
    private void use(UUID account) {
        cases.openCaseOf(account)
                .map(found -> cases.lock(found.number()))
                .filter(DunningCase::isOpen)
                .ifPresent(this::use);
    }

    private void use(DunningCase open) {
        UUID account = open.accountId();
        BigDecimal credit = ledger.credit(account).negate();
        for (Allocation.Part part : Allocation.of(credit, null, items.all(open.id()))) {
            if (part.itemId() != null) {
                ledger.book(account, null, Ledger.Kind.CREDIT, part.amount(), clock.today(), null, "CREDIT");
                ledger.book(
                        account,
                        part.itemId(),
                        Ledger.Kind.PAYMENT,
                        part.amount().negate(),
                        clock.today(),
                        null,
                        "CREDIT");
                journal.record(Cases.inCase("CreditUsed", open)
                        .with("amount", part.amount())
                        .with("currency", open.currency()));
            }
        }
        cases.settleIfPaid(account);
    }
}

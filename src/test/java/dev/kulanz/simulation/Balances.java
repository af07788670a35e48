package dev.kulanz.simulation;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.cases.CaseSearch;
import dev.kulanz.cases.CaseSummary;
import dev.kulanz.support.Stories;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares the ledger with the simulation's own accounts, and with what the case list shows. */
final class Balances {

    private static final int PAGE = 500;

    private final Stories house;
    private final String creditorId;
    private final Tally tally;

    Balances(Stories house, String creditorId, Tally tally) {
        this.house = house;
        this.creditorId = creditorId;
        this.tally = tally;
    }

    private record Account(String debtor, String currency, BigDecimal balance) {}

    List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        for (Account account : accounts()) {
            BigDecimal expected = tally.balance(account.debtor(), account.currency());
            if (expected.compareTo(account.balance()) != 0) {
                found.add(new Violation(
                        "5 the ledger says what was named, paid and returned",
                        null,
                        null,
                        account + " expected " + expected));
            }
        }
        found.addAll(list());
        return found;
    }

    private List<Account> accounts() {
        return house.jdbc()
                .sql("""
                        select d.external_id as debtor, a.currency, coalesce(sum(e.amount), 0) as balance
                        from account a join debtor d on d.id = a.debtor_id left join ledger_entry e on e.account_id = a.id and e.kind not in ('WRITE_OFF', 'GOODWILL')
                        where d.creditor_id = :creditor group by d.external_id, a.currency""")
                .param("creditor", creditorId)
                .query(Account.class)
                .list();
    }

    /** The case list shows the sum of the open items, however it comes to it. */
    private List<Violation> list() {
        Map<String, BigDecimal> open = new HashMap<>();
        house.jdbc().sql("""
                        select k.number, sum(e.amount) from dunning_case k join case_item ci on ci.case_id = k.id
                        join ledger_entry e on e.open_item_id = ci.open_item_id
                        where k.creditor_id = :creditor group by k.number""").param("creditor", creditorId).query(row -> {
            open.put(row.getString(1), row.getBigDecimal(2));
        });
        List<Violation> found = new ArrayList<>();
        CaseSearch.Wanted all = new CaseSearch.Wanted(null, null, creditorId, null, null, null);
        for (int page = 0; page * PAGE < open.size(); page++) {
            for (CaseSummary shown : house.search().page(CreditorScope.ALL, all, page, PAGE)) {
                BigDecimal sum = open.getOrDefault(shown.number(), BigDecimal.ZERO);
                if (shown.openAmount().compareTo(sum) != 0 || shown.openAmount().signum() < 0) {
                    found.add(new Violation(
                            "5 the case list shows what the ledger says",
                            shown.number(),
                            null,
                            shown.openAmount() + " of " + sum));
                }
            }
        }
        return found;
    }
}

package dev.kulanz.intake;

import dev.kulanz.receivables.Ledger;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps imports of one creditor apart, and an import from whoever changes a balance at the same time. */
final class ImportLocks {

    /** By key, so that two files that name the same creditors never wait for each other in a circle. */
    private static final String CREDITORS = """
            select count(pg_advisory_xact_lock(key)) from (
                select distinct hashtextextended('import:' || creditor_id, 0) as key
                from intake_row where creditor_id is not null order by key) as k""";

    private static final String CHANGING = """
            (known_id is not null and (cardinality(changed) > 0 or reopened <> 0
                                       or (paid is not null and paid <> imported)))""";

    private static final String DEBTORS = """
            select known_id from intake_debtor where cardinality(changed) > 0
            union select debtor_id from intake_item where known_id is null or %s
            union select debtor_id from intake_running where says_more
            union select debtor_id from intake_said_of_person
            union select debtor_id from intake_credit where says_more
            union select debtor_id from intake_doubt
            union select debtor_id from intake_cleared_doubt
            union select debtor_id from intake_clear""".formatted(CHANGING);

    private static final String ACCOUNTS = """
            select account_id from intake_item where known_id is null or %s
            union select account_id from intake_running where says_more
            union select account_id from intake_credit where says_more
            union select account_id from intake_clear""".formatted(CHANGING);

    /** Whoever held a lock that the import waited for may have booked what the comparison did not see yet. */
    private static final String OUTDATED = """
            select exists (select from intake_item where %s and entries <> (
                       select count(*) from ledger_entry e where e.open_item_id = intake_item.known_id))
                or exists (select from intake_credit where known_id is not null and says_more and entries <> (
                       select count(*) from ledger_entry e where e.credit_note_id = intake_credit.known_id))""".formatted(CHANGING);

    private final JdbcClient jdbc;
    private final Ledger ledger;

    ImportLocks(JdbcClient jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    /** Waits for other imports of the creditors that the staged rows name. */
    void lockCreditors() {
        jdbc.sql(CREDITORS).query(Long.class).single();
    }

    /** Debtors, then accounts, each by id. */
    void lockRows() {
        ledger.lock(ids(DEBTORS), ids(ACCOUNTS));
    }

    /** Whether what is about to change is no longer what was compared; asked once the locks are held. */
    boolean outdated() {
        return jdbc.sql(OUTDATED).query(Boolean.class).single();
    }

    private List<UUID> ids(String sql) {
        return jdbc.sql(sql).query(UUID.class).list();
    }
}

package dev.kulanz.intake;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The file as the complete list of what is open for the creditors that it names: what is open here and not named there,
 * not even by a refused row, was cleared elsewhere.
 */
final class Snapshot {

    /** Fewer than this many items may always be cleared. */
    private static final int HARMLESS = 20;

    /** Of an open item i: no row names it, not even a refused one, or one without the zeros of its number. */
    static final String NOT_NAMED = """
            not exists (select from intake_row r left join intake_instalment m on m.line = r.line
                        where r.creditor_id = i.creditor_id and r.invoice_id = i.invoice_id
                        and (r.refusal is not null or r.amount >= 0 and coalesce(m.instalment, 1) = i.instalment))
            and not exists (select from intake_row r
                            where r.creditor_id = i.creditor_id and r.refusal in ('DEBTOR_ZEROS', 'INVOICE_ZEROS')
                              and ltrim(r.invoice_id, '0') = ltrim(i.invoice_id, '0'))""";

    private static final String PREPARE = """
            create temp table intake_clear (line bigint, creditor_id text, account_id uuid, debtor_id uuid, open_item_id uuid)
            on commit drop""";

    private static final String MISSING = """
            insert into intake_clear
            select null, i.creditor_id, i.account_id, a.debtor_id, i.id
            from open_item i
            join account a on a.id = i.account_id
            join item_balance b on b.id = i.id
            where i.creditor_id in (select creditor_id from intake_row) and (:all or i.creditor_id = any(:creditors))
              and b.open_amount > 0
              and %s""".formatted(NOT_NAMED);

    /** A row with nothing in it says of an item that is kept what a complete list says by leaving it out. */
    private static final String ZERO = """
            insert into intake_clear
            select r.line, i.creditor_id, i.account_id, a.debtor_id, i.id
            from intake_row r
            left join intake_instalment m on m.line = r.line
            join open_item i on i.creditor_id = r.creditor_id and i.invoice_id = r.invoice_id
                            and i.instalment = coalesce(m.instalment, 1)
            join account a on a.id = i.account_id
            join item_balance b on b.id = i.id
            where r.refusal is null and r.amount = 0 and b.open_amount > 0""";

    private static final String REMARK = """
            insert into intake_remark
            select c.line, 'CLEARED_BY_ZERO', i.invoice_id, null from intake_clear c join open_item i on i.id = c.open_item_id
            where c.line is not null""";

    private static final String TOO_MANY = """
            select c.creditor_id, c.cleared, o.open_items
            from (select creditor_id, count(*) as cleared from intake_clear where line is null group by creditor_id) c
            cross join lateral (select count(*) as open_items from open_item i
                                join item_balance b on b.id = i.id
                                where i.creditor_id = c.creditor_id and b.open_amount > 0) o
            where c.cleared > :harmless and c.cleared * 2 > o.open_items
            order by c.creditor_id limit 1""";

    private final JdbcClient jdbc;

    Snapshot(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds what rows clear by an amount of zero, whatever the file is. */
    void findZero() {
        jdbc.sql(PREPARE).update();
        jdbc.sql(ZERO).update();
        jdbc.sql(REMARK).update();
    }

    /**
     * Finds what the file no longer names.
     *
     * @throws Refusal if rows can't be told apart from missing ones, or if it is suspiciously much
     */
    void findMissing(ImportOptions options, CreditorScope scope) {
        refuseUnreadable();
        jdbc.sql(MISSING)
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .update();
        if (!options.confirmed()) {
            refuseTooMany();
        }
    }

    private void refuseUnreadable() {
        Long line = jdbc
                .sql("select min(line) from intake_row where creditor_id is null or invoice_id is null")
                .query((row, i) -> row.getObject(1, Long.class))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (line != null) {
            throw Refusal.unacceptable(
                    "mode",
                    Said.of(
                            "import.snapshot.unreadable",
                            "The creditor or the invoice number on line {0} can't be read. A complete list (SNAPSHOT) "
                                    + "clears what it doesn't name, so nothing was imported: "
                                    + "please correct the line, or import without SNAPSHOT.",
                            line));
        }
    }

    private void refuseTooMany() {
        jdbc.sql(TOO_MANY)
                .param("harmless", HARMLESS)
                .query((row, i) -> Said.of(
                        "import.snapshot.much",
                        "This complete list would clear {0} of the {1} open items of creditor “{2}”, more than half. "
                                + "If the file is complete, send it again with confirm=true; nothing was imported.",
                        row.getLong("cleared"),
                        row.getLong("open_items"),
                        row.getString("creditor_id")))
                .optional()
                .ifPresent(message -> {
                    throw Refusal.unacceptable(ImportOptions.CONFIRM, message);
                });
    }
}

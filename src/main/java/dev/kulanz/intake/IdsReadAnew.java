package dev.kulanz.intake;

import dev.kulanz.shared.Unseen;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/**
 * Ids are folded wherever they come in ({@link Unseen#foldedId}). Those that came in before are kept so from now on, too, so
 * that the next file finds them; where the folded one is there already, or two become the same, they stay: nobody can tell
 * here which is meant.
 */
@Component
class IdsReadAnew implements JavaMigration {

    private static final int AT_ONCE = 1_000;

    /** What folding may change. */
    private static final String FOLDABLE = " ~ '[^ -~]|&|  |^ | $'";

    private record Kept(UUID id, String creditor, String folded) {}

    private record Named(String creditor, String folded) {}

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("164");
    }

    @Override
    public String getDescription() {
        return "ids read anew";
    }

    @Override
    public Integer getChecksum() {
        return 164;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        anew(connection, "debtor", "external_id");
        anew(connection, "open_item", "invoice_id");
        anew(connection, "payment", "external_id");
        paidInvoices(connection);
    }

    private static void anew(Connection connection, String table, String column) throws SQLException {
        List<Kept> kept = kept(connection, table, column);
        Map<Named, Long> meant = kept.stream()
                .collect(Collectors.groupingBy(one -> new Named(one.creditor(), one.folded()), Collectors.counting()));
        List<Kept> clear = kept.stream()
                .filter(one -> Objects.equals(meant.get(new Named(one.creditor(), one.folded())), 1L))
                .toList();
        write(connection, clear, """
                update %1$s t set %2$s = ? where t.id = ? and not exists (
                    select from %1$s o where o.creditor_id = t.creditor_id and o.%2$s = ?)""".formatted(table, column), true);
    }

    /** What a payment says it is for names no row: it is looked up by itself. */
    private static void paidInvoices(Connection connection) throws SQLException {
        write(
                connection,
                kept(connection, "payment", "invoice_id"),
                "update payment set invoice_id = ? where id = ?",
                false);
    }

    private static List<Kept> kept(Connection connection, String table, String column) throws SQLException {
        List<Kept> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select id, creditor_id, %2$s from %1$s where %2$s".formatted(table, column) + FOLDABLE)) {
            select.setFetchSize(AT_ONCE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String written = row.getString(3);
                    String folded = Unseen.foldedId(written).strip();
                    if (!folded.isEmpty() && !folded.equals(written)) {
                        found.add(new Kept(row.getObject(1, UUID.class), row.getString(2), folded));
                    }
                }
            }
        }
        return found;
    }

    private static void write(Connection connection, List<Kept> changed, String sql, boolean asksAgain)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (Kept one : changed) {
                update.setString(1, one.folded());
                update.setObject(2, one.id());
                if (asksAgain) {
                    update.setString(3, one.folded());
                }
                update.addBatch();
                if (++waiting % AT_ONCE == 0) {
                    update.executeBatch();
                }
            }
            update.executeBatch();
        }
    }
}

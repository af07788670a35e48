package dev.kulanz.intake;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.receivables.Essential;
import dev.kulanz.shared.Nearest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The creditors that the staged rows name: makes those that are not there, and says what there is to know of the others. */
@Component
class CreditorsNamed {

    private final JdbcClient jdbc;
    private final Creditors creditors;
    private final ObjectProvider<NewCreditors> makers;

    CreditorsNamed(JdbcClient jdbc, Creditors creditors, ObjectProvider<NewCreditors> makers) {
        this.jdbc = jdbc;
        this.creditors = creditors;
        this.makers = makers;
    }

    /** Whether a creditor that is not there is made. */
    boolean areMade() {
        return makers.getIfAvailable() != null;
    }

    private record Unknown(String id, String currency) {}

    /** @return the ids of those that were made */
    Set<String> makeUnknown() {
        NewCreditors maker = makers.getIfAvailable();
        Set<String> made = new LinkedHashSet<>();
        if (maker == null) {
            return made;
        }
        for (Unknown one : unknown()) {
            if (creditors.makeIfAbsent(one.id(), maker.named(one.id(), one.currency()))) {
                made.add(one.id());
            }
        }
        return made;
    }

    private List<Unknown> unknown() {
        return jdbc.sql("""
                        select creditor_id as id, mode() within group (order by currency) as currency from intake_row r
                        where refusal is null and not exists (select from creditor c where c.id = r.creditor_id)
                        group by creditor_id order by creditor_id""").query(Unknown.class).list();
    }

    /**
     * Those of whom there is something to say, the new ones first; at most {@value Findings#LIMIT}.
     *
     * @param named those that the file names, as far as they are there
     * @param made those of them that were not there before
     * @param scope whose ids may have been meant
     */
    List<NamedCreditor> remarkable(List<String> named, Set<String> made, CreditorScope scope) {
        Set<String> known = made.isEmpty() ? Set.of() : known(scope, made);
        return jdbc.sql("""
                        select id, name, missing from creditor
                        where id = any(:named) and (id = any(:made) or missing <> '{}')
                        order by id <> all(:made), id limit :limit""")
                .param("named", named.toArray(String[]::new))
                .param("made", made.toArray(String[]::new))
                .param("limit", Findings.LIMIT)
                .query((row, i) -> remark(row, made, known))
                .list();
    }

    private static NamedCreditor remark(ResultSet row, Set<String> made, Set<String> known) throws SQLException {
        String id = row.getString("id");
        boolean isNew = made.contains(id);
        return new NamedCreditor(
                id,
                row.getString("name"),
                isNew,
                Essential.named((String[]) row.getArray("missing").getArray()),
                isNew ? Nearest.of(id, known).orElse(null) : null);
    }

    private Set<String> known(CreditorScope scope, Set<String> made) {
        return Set.copyOf(jdbc.sql("""
                        select id from creditor where (:all or id = any(:ids)) and id <> all(:made)
                        order by id limit :limit""")
                .param("all", scope.all())
                .param("ids", scope.idArray())
                .param("made", made.toArray(String[]::new))
                .param("limit", Findings.LIMIT)
                .query(String.class)
                .list());
    }
}

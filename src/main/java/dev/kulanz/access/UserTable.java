package dev.kulanz.access;

import dev.kulanz.shared.Ids;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of users. */
@Repository
class UserTable {

    /** A user together with what proves that it is him. */
    record Account(User user, String passwordHash) {}

    private static final String SELECT = """
            select username, display_name, password_hash, role, all_creditors, enabled,
                   array(select creditor_id from app_user_creditor c where c.user_id = u.id) as creditors
              from app_user u
            """;

    private final JdbcClient jdbc;

    UserTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<User> all() {
        return jdbc.sql(SELECT + "order by username").query(this::account).list().stream()
                .map(Account::user)
                .toList();
    }

    Optional<Account> find(String name) {
        if (name.indexOf('\0') >= 0) {
            return Optional.empty(); // nobody has such a name, and the database takes no such text
        }
        return jdbc.sql(SELECT + "where username = :name")
                .param("name", name)
                .query(this::account)
                .optional();
    }

    /**
     * Creates the user unless there is one of this name, in whatever case; says whether it did. One after the other: of two at
     * once neither would see the name of the other. No index can say so, as older versions let such pairs in.
     */
    boolean insert(NewUser user, String passwordHash, Instant now) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('kulanz user names'))").query(row -> {});
        boolean created = jdbc.sql("""
                        insert into app_user (id, username, display_name, password_hash, role, all_creditors, created_at)
                        select :id, :name, :displayName, :hash, :role, :all, :now
                         where not exists (select 1 from app_user where lower(username) = lower(:name))
                        on conflict (username) do nothing
                        """)
                        .param("id", Ids.next())
                        .param("name", user.name())
                        .param("displayName", user.displayName())
                        .param("hash", passwordHash)
                        .param("role", user.role().name())
                        .param("all", user.scope().all())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (created) {
            insertCreditors(user.name(), user.scope());
        }
        return created;
    }

    void changeScope(String name, CreditorScope scope) {
        set(name, "all_creditors", scope.all());
        jdbc.sql("delete from app_user_creditor where user_id = (select id from app_user where username = :name)")
                .param("name", name)
                .update();
        insertCreditors(name, scope);
    }

    void changeRole(String name, Role role) {
        set(name, "role", role.name());
    }

    void changeDisplayName(String name, String displayName) {
        set(name, "display_name", displayName);
    }

    void changePassword(String name, String passwordHash) {
        set(name, "password_hash", passwordHash);
    }

    void setEnabled(String name, boolean enabled) {
        set(name, "enabled", enabled);
    }

    /** The names of those who can still let others in; locked until the end of the transaction. */
    List<String> lockEnabledAdmins() {
        return jdbc.sql("select username from app_user where role = 'ADMIN' and enabled order by id for update")
                .query(String.class)
                .list();
    }

    private void set(String name, String column, Object value) {
        jdbc.sql("update app_user set " + column + " = :value where username = :name")
                .param("value", value)
                .param("name", name)
                .update();
    }

    private void insertCreditors(String name, CreditorScope scope) {
        jdbc.sql("""
                        insert into app_user_creditor (user_id, creditor_id)
                        select u.id, creditor from app_user u, unnest(:creditors::text[]) creditor where username = :name
                        """).param("creditors", scope.idArray()).param("name", name).update();
    }

    private Account account(ResultSet row, int number) throws SQLException {
        Array creditors = row.getArray("creditors");
        CreditorScope scope = row.getBoolean("all_creditors")
                ? CreditorScope.ALL
                : new CreditorScope(false, Set.of((String[]) creditors.getArray()));
        User user = new User(
                row.getString("username"),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                scope,
                row.getBoolean("enabled"));
        return new Account(user, row.getString("password_hash"));
    }
}

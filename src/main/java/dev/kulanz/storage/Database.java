package dev.kulanz.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Our database on the embedded server. */
record Database(int port, String password) {

    private static final String NAME = "kulanz";
    private static final String MAINTENANCE = "postgres";

    String url() {
        return JdbcUrl.withDefaults(url(NAME));
    }

    private String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    /** Also proves that the server answers and that the password is the right one. */
    void createIfMissing() {
        try (Connection connection = DriverManager.getConnection(url(MAINTENANCE), Cluster.SUPERUSER, password);
                Statement statement = connection.createStatement()) {
            if (!exists(statement)) {
                statement.execute("create database " + NAME);
            }
        } catch (SQLException e) {
            throw new StorageUnavailable(
                    "The embedded PostgreSQL runs but does not let Kulanz in: " + e.getMessage(),
                    "If the file postgres.password was changed, bring it back from your backup.",
                    e);
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
            return found.next();
        }
    }

    /** Without the password: records are printed. */
    @Override
    public String toString() {
        return "Database[port=" + port + "]";
    }
}

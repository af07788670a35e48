package dev.kulanz.storage;

import java.util.Map;

/** What every connection should have, unless its URL says otherwise. */
final class JdbcUrl {

    /**
     * One statement for a whole batch; a name by which an operator finds us in pg_stat_activity; and no rows of people in
     * the messages of errors.
     */
    private static final Map<String, String> DEFAULTS =
            Map.of("reWriteBatchedInserts", "true", "ApplicationName", "Kulanz", "logServerErrorDetail", "false");

    private JdbcUrl() {}

    static String withDefaults(String url) {
        StringBuilder whole = new StringBuilder(url);
        DEFAULTS.forEach((name, value) -> {
            if (!url.contains(name + "=")) {
                whole.append(whole.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(value);
            }
        });
        return whole.toString();
    }
}

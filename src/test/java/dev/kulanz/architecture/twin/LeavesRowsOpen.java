package dev.kulanz.architecture.twin;

import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads rows one by one and never says that it is done. */
class LeavesRowsOpen {

    Stream<String> names(JdbcClient jdbc) {
        return jdbc.sql("select name from debtor").query(String.class).stream();
    }
}

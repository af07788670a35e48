package dev.kulanz.demo;

import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the demo remembers over restarts. */
@Component
@Profile("demo")
class DemoState {

    private final JdbcClient jdbc;

    DemoState(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> get(String name) {
        return jdbc.sql("select value from demo_state where name = :name")
                .param("name", name)
                .query(String.class)
                .optional();
    }

    void set(String name, String value) {
        jdbc.sql("""
                        insert into demo_state (name, value) values (:name, :value)
                        on conflict (name) do update set value = excluded.value""").param("name", name).param("value", value).update();
    }
}

package dev.kulanz.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the debtors of the sample have in mind. */
@Component
@Profile("demo")
class Intents {

    private final JdbcClient jdbc;

    Intents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** He means to do this, unless he has something in mind already. */
    void consider(Intent intent) {
        jdbc.sql("""
                        insert into demo_intent (case_number, on_day, deed, amount) values (:case, :day, :deed, :amount)
                        on conflict (case_number) do nothing""")
                .param("case", intent.caseNumber())
                .param("day", intent.onDay())
                .param("deed", intent.deed().name())
                .param("amount", intent.amount())
                .update();
    }

    void drop(String caseNumber) {
        jdbc.sql("delete from demo_intent where case_number = :case")
                .param("case", caseNumber)
                .update();
    }

    /** The cases whose debtors do something up to this day, in a lasting order. */
    List<String> due(LocalDate day) {
        return jdbc.sql("select case_number from demo_intent where on_day <= :day order by on_day, case_number")
                .param("day", day)
                .query(String.class)
                .list();
    }

    /** It is done now, whatever comes of it. */
    Optional<Intent> take(String caseNumber, LocalDate day) {
        return jdbc.sql("""
                        delete from demo_intent where case_number = :case and on_day <= :day
                        returning case_number, on_day, deed, amount""")
                .param("case", caseNumber)
                .param("day", day)
                .query(Intent.class)
                .optional();
    }
}

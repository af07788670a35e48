package dev.kulanz.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.shared.Unseen;
import dev.kulanz.storage.TestPostgres;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Ids that came in before what can't be seen was left out are found by the next file, too. */
class FoldedIdsMigrationTests {

    private static final String BEFORE = "159?";

    private DriverManagerDataSource source;
    private JdbcClient jdbc;

    @BeforeEach
    void beginBefore() {
        source = new DriverManagerDataSource(TestPostgres.emptyDatabase());
        jdbc = JdbcClient.create(source);
        migrate(BEFORE);
        jdbc.sql("insert into creditor (id, name, created_at, updated_at) values ('c', 'c', now(), now())")
                .update();
    }

    @Test
    void areWrittenAnewWhereNoOtherIsMeant() {
        List<String> odd = List.of(
                "ZW-1\u200b",
                "Z\u00adW\u20112",
                "ＺＷ－３",
                "ZW\u2009 4",
                "ZW-5\ufe0f",
                "ZW-6\udb40\udd01",
                "Größe 7",
                "M\u00c3\u00bcller 8",
                "GmbH &amp; Co",
                "plain-8");
        odd.forEach(this::debtor);

        migrate("latest");

        assertThat(debtors())
                .containsExactlyInAnyOrderElementsOf(
                        odd.stream().map(Unseen::foldedId).toList());
    }

    @Test
    void areWrittenAnewInAddressesToo() {
        String odd = "\ufeffkan\u200bz\u00adlei@e\u2060xample.com\u202c";
        jdbc.sql("update creditor set email = :email").param("email", odd).update();
        debtor("D-1");
        jdbc.sql("""
            insert into representative (debtor_id, name, email, recorded_by, recorded_at)
            select id, 'Dr. X', :email, 'clerk', now() from debtor\
            """).param("email", "ｋａｎｚｌｅｉ－２@example.com").update();

        migrate("latest");

        assertThat(jdbc.sql("select email from creditor").query(String.class).single())
                .isEqualTo(Unseen.foldedAddress(odd))
                .isEqualTo("kanzlei@example.com");
        assertThat(jdbc.sql("select email from representative")
                        .query(String.class)
                        .single())
                .isEqualTo("kanzlei-2@example.com");
    }

    @Test
    void stayWhereTheOtherIsThereAlready() {
        List<String> both = List.of("A-1", "A-1\u200b", "B-1\u200b", "B\u200b-1", "C & D", "C &amp; D");
        both.forEach(this::debtor);

        migrate("latest");

        assertThat(debtors()).containsExactlyInAnyOrderElementsOf(both);
    }

    private void debtor(String id) {
        jdbc.sql("""
            insert into debtor (id, creditor_id, external_id, type, name, language, created_at, updated_at)
            values (gen_random_uuid(), 'c', :id, 'CONSUMER', 'n', 'de', now(), now())\
            """).param("id", id).update();
    }

    private List<String> debtors() {
        return jdbc.sql("select external_id from debtor").query(String.class).list();
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .javaMigrations(new IdsReadAnew())
                .target(target)
                .load()
                .migrate();
    }
}

package dev.kulanz.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.storage.TestPostgres;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Pauses of the version before knew the numbers of their rows alone. */
class DoubtsBeforeTests {

    private final DriverManagerDataSource database = new DriverManagerDataSource(TestPostgres.emptyDatabase());
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void goOnByTheNumbersOfTheirRows() {
        to("180");
        jdbc.sql("""
                insert into creditor (id, name, created_at, updated_at) values ('shop', 'Shop', '2026-10-01', '2026-10-01');
                insert into debtor (id, creditor_id, external_id, type, name, language, created_at, updated_at)
                select ('00000000-0000-0000-0000-00000000000' || n)::uuid, 'shop', 'D-' || n, 'CONSUMER', 'Somebody', 'de',
                       '2026-10-01', '2026-10-01' from generate_series(1, 3) n;
                insert into person_block (id, debtor_id, reason, from_at, until_date, source, placed_by, about)
                select id, id, case external_id when 'D-3' then 'HARDSHIP' else 'UNCLEAR_PAYMENT' end, '2026-10-20', '2026-10-26',
                       'IMPORT', 'system', case external_id when 'D-1' then array['G-1', 'R-1'] when 'D-2' then array[''] end
                from debtor""").update();

        to("190");

        assertThat(jdbc.sql("""
                        select d.external_id || ' ' || coalesce(c.number, '-') || ' ' || c.by_number || coalesce(c.credit::text, '')
                        from claim_in_doubt c join debtor d on d.id = c.block_id order by 1""").query(String.class).list())
                .containsExactly("D-1 G-1 true", "D-1 R-1 true", "D-2 - true");
    }

    private void to(String version) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(MigrationVersion.fromVersion(version))
                .load()
                .migrate();
    }
}

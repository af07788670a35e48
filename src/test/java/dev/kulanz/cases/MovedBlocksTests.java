package dev.kulanz.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.storage.TestPostgres;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Blocks that the version before kept at one case: what says something of the person is kept there from now on. */
class MovedBlocksTests {

    private final DriverManagerDataSource database = new DriverManagerDataSource(TestPostgres.emptyDatabase());
    private final JdbcClient jdbc = JdbcClient.create(database);

    @BeforeEach
    void versionBefore() {
        to("119");
        jdbc.sql("""
                insert into creditor (id, name, created_at, updated_at) values ('shop', 'Shop', '2026-10-01', '2026-10-01');
                insert into debtor (id, creditor_id, external_id, type, name, language, birth_date, created_at, updated_at)
                select ('00000000-0000-0000-0000-00000000000' || n)::uuid, 'shop', 'D-' || n, 'CONSUMER', 'Somebody', 'de',
                       case n when 2 then date '2008-11-03' when 3 then date '2008-11-02' end, '2026-10-01', '2026-10-01'
                from generate_series(1, 3) n;
                insert into account (id, debtor_id, currency)
                select ('10000000-0000-0000-0000-00000000000' || n)::uuid,
                       ('00000000-0000-0000-0000-00000000000' || case when n = 4 then 1 else n end)::uuid,
                       case when n = 4 then 'CHF' else 'EUR' end
                from generate_series(1, 4) n;
                insert into dunning_case (id, number, creditor_id, debtor_id, account_id, currency, status, payment_reference,
                                          first_contact_at, opened_at)
                select ('20000000-0000-0000-0000-00000000000' || right(a.id::text, 1))::uuid, 'K-2026-00000' || right(a.id::text, 1),
                       'shop', a.debtor_id, a.id, a.currency, 'OPEN', 'RF' || right(a.id::text, 1), '2026-10-05', '2026-10-01'
                from account a;
                insert into journal (happened_at, kind, actor) values ('2026-11-02T12:00:00Z', 'Anything', 'system')""").update();
    }

    private void to(String version) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(MigrationVersion.fromVersion(version))
                .load()
                .migrate();
    }

    private UUID block(String reason, @Nullable String until, @Nullable String lifted) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into block (id, case_id, reason, from_at, until_date, source, note, placed_by, lifted_at)
                        values (:id, '20000000-0000-0000-0000-000000000001', :reason, '2026-10-20', cast(:until as date), 'API',
                                'why', 'clerk', cast(:lifted as timestamptz))""")
                .param("id", id)
                .param("reason", reason)
                .param("until", until)
                .param("lifted", lifted)
                .update();
        return id;
    }

    private List<UUID> held(int caseNumber) {
        return jdbc.sql("""
                        select id from case_block
                        where case_id = ('20000000-0000-0000-0000-00000000000' || :n)::uuid
                          and holds_on(lifted_at, until_date, '2026-11-02') order by id""").param("n", caseNumber).query(UUID.class).list();
    }

    @Test
    void areMovedToThePersonWithTheirIdsIfTheyHold() {
        UUID dead = block("DECEASED", null, null);
        UUID hardship = block("HARDSHIP", "2026-11-02", null);
        UUID never = block("MANUAL", null, null);
        to("120");
        assertThat(held(4)).containsExactlyInAnyOrder(dead, hardship, never);
        assertThat(held(1)).containsExactlyInAnyOrder(dead, hardship, never);
        assertThat(jdbc.sql("select note from person_block where id = :id")
                        .param("id", dead)
                        .query(String.class)
                        .single())
                .isEqualTo("why");
    }

    @Test
    void stayWithTheCaseIfTheyAreAboutItOrOver() {
        UUID dispute = block("DISPUTE", null, null);
        UUID pause = block("MANUAL", "2026-12-01", null);
        block("INSOLVENCY", null, "2026-10-30");
        block("HARDSHIP", "2026-11-01", null);
        to("120");
        assertThat(held(1)).containsExactlyInAnyOrder(dispute, pause);
        assertThat(held(4)).isEmpty();
        assertThat(jdbc.sql("select count(*) from block").query(Long.class).single())
                .isEqualTo(4);
        assertThat(jdbc.sql("select count(*) from person_block where reason <> 'MINOR'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void areJoinedByThoseOfMinorsWhoseBirthDateWasKnown() {
        to("120");
        assertThat(jdbc.sql("select until_date::text from person_block")
                        .query(String.class)
                        .list())
                .containsExactly("2026-11-02"); // of age tomorrow; the other one is since today
        assertThat(held(2)).hasSize(1);
        assertThat(jdbc.sql("select k.number from follow_up f join dunning_case k on k.id = f.case_id")
                        .query(String.class)
                        .list())
                .containsExactly("K-2026-000002");
    }
}

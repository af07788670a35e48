package dev.kulanz.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.cases.CaseSearch.Mark;
import dev.kulanz.cases.CaseSearch.Wanted;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.storage.TestPostgres;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of one's own in which Kulanz may make tables but bring in no extension: slower, and as right. */
class SearchWithoutTrigramsTests {

    @Test
    void findsTheSame() {
        String url = TestPostgres.emptyDatabase();
        JdbcClient.create(new DriverManagerDataSource(url)).sql("""
                        do $$ begin
                            if not exists (select from pg_roles where rolname = 'guest') then
                                create role guest login password 'guest';
                            end if;
                        end $$;
                        grant usage, create on schema public to guest""").update();
        DriverManagerDataSource database =
                new DriverManagerDataSource(url.replaceAll("&user=.*", ""), "guest", "guest");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        JdbcClient jdbc = JdbcClient.create(database);
        assertThat(jdbc.sql("select count(*) from pg_extension where extname = 'pg_trgm'")
                        .query(Long.class)
                        .single())
                .isZero();
        jdbc.sql("""
                insert into creditor (id, name, created_at, updated_at) values ('shop', 'Shop', '2026-10-01', '2026-10-01');
                insert into debtor (id, creditor_id, external_id, type, name, language, created_at, updated_at)
                values (new_id(), 'shop', 'D-1', 'CONSUMER', 'Karl Böhm', 'de', '2026-10-01', '2026-10-01');
                insert into account (id, debtor_id, currency) select new_id(), id, 'EUR' from debtor;
                insert into open_item (id, account_id, creditor_id, invoice_id, due_date, created_at, updated_at)
                select new_id(), id, 'shop', 'RE-2026-4711', '2026-10-20', '2026-10-01', '2026-10-01' from account;
                insert into dunning_case (id, number, creditor_id, debtor_id, account_id, currency, status, payment_reference,
                                          first_contact_at, opened_at)
                select new_id(), 'K-2026-000001', 'shop', a.debtor_id, a.id, a.currency, 'OPEN', 'RF1', '2026-11-05', '2026-11-01'
                from account a;
                insert into item_stay (case_id, open_item_id, joined_at)
                select k.id, i.id, '2026-11-01' from dunning_case k, open_item i""").update();
        CaseSearch search = new CaseSearch(
                jdbc,
                new BusinessClock(Clock.systemUTC()),
                new DefaultListableBeanFactory().getBeanProvider(MarkedCases.class));
        for (String text : new String[] {"boehm", "bohm karl", "2026-47", "k", "4711 böhm"}) {
            assertThat(search.find(CreditorScope.ALL, new Wanted(null, null, null, null, null, text), 0, 10)
                            .cases())
                    .as(text)
                    .hasSize(1);
        }
        for (Mark mark :
                new Mark[] {Mark.BLOCKED, Mark.PROMISE_OPEN, Mark.FOLLOW_UP_DUE, Mark.WAITS_FOR_MORE, Mark.CANNOT_START
                }) {
            assertThat(search.find(CreditorScope.ALL, new Wanted(null, null, null, null, mark, null), 0, 10)
                            .cases())
                    .as(mark.name())
                    .isEmpty();
            assertThat(search.find(CreditorScope.ALL, new Wanted(null, null, null, null, mark, "boehm"), 0, 10)
                            .cases())
                    .as(mark.name())
                    .isEmpty();
            assertThat(search.count(CreditorScope.ALL, mark)).as(mark.name()).isZero();
        }
    }
}

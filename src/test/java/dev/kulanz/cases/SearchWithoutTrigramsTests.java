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

    private final JdbcClient jdbc = migrated();
    private final CaseSearch search = new CaseSearch(
            jdbc,
            new BusinessClock(Clock.systemUTC()),
            new DefaultListableBeanFactory().getBeanProvider(MarkedCases.class));

    private static JdbcClient migrated() {
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
        return JdbcClient.create(database);
    }

    @Test
    void findsTheSame() {
        assertThat(jdbc.sql("select count(*) from pg_extension where extname = 'pg_trgm'")
                        .query(Long.class)
                        .single())
                .isZero();
        cases(1, "OPEN", "Karl Böhm", "Seeweg 1");
        for (String text : new String[] {"boehm", "bohm karl", "open-1", "k", "böhm open1"}) {
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

    @Test
    void bringsTheFewOpenOnesAmongManyThatAreOver() {
        cases(1, "OPEN", "Karl Böhm", "Quarzweg 1");
        cases(CaseSearch.MOST + 10, "SETTLED", "Eva Eben", "Quarzweg 2");
        cases(1, "SETTLED", "Ina Quarzner", "Seeweg 3");
        CaseSearch.Found found = found("quarz");
        assertThat(found.cases())
                .extracting(CaseSummary::debtorName)
                .startsWith("Ina Quarzner", "Karl Böhm", "Eva Eben");
        assertThat(found.total()).isEqualTo(CaseSearch.MOST);
        assertThat(found.isBounded()).isTrue();
    }

    @Test
    void findsEachCaseThatWaitsOnceAndTheLatestFirst() {
        cases(3, "OPEN", "Karl Böhm", "Seeweg 1");
        jdbc.sql("""
                insert into creditor_terms (creditor_id, set_at, first_contact_bank_days) values ('shop', '2026-10-01', 3);
                insert into creditor_limits (terms_id, currency, demand, letter_or_call, handover, goodwill)
                select id, '*', 3, 15, 50, 1 from creditor_terms;
                insert into ledger_entry (account_id, open_item_id, kind, amount, value_date, booked_at, source)
                select i.account_id, i.id, 'PRINCIPAL', case i.invoice_id when 'OPEN-3' then 40 else 2 end, '2026-10-01', '2026-10-01', 'TEST'
                from open_item i;
                update dunning_case set terms_id = (select id from creditor_terms);
                update dunning_case set waits_for = 50 where number <> 'OPEN-1'""").update();
        CaseSearch.Found found =
                search.find(CreditorScope.ALL, new Wanted(null, null, null, null, Mark.WAITS_FOR_MORE, null), 0, 10);
        assertThat(found.cases()).extracting(CaseSummary::number).containsExactly("OPEN-3", "OPEN-2", "OPEN-1");
        assertThat(search.count(CreditorScope.ALL, Mark.WAITS_FOR_MORE)).isEqualTo(3);
        assertThat(new PortfolioFigures(jdbc, new BusinessClock(Clock.systemUTC()))
                        .counts(CreditorScope.ALL)
                        .waiting())
                .isEqualTo(3);
    }

    private CaseSearch.Found found(String text) {
        return search.find(CreditorScope.ALL, new Wanted(null, null, null, null, null, text), 0, 10);
    }

    /** Their numbers are the status and how many there were before. */
    private void cases(int count, String status, String name, String street) {
        jdbc.sql("""
                        insert into creditor (id, name, created_at, updated_at)
                        values ('shop', 'Shop', '2026-10-01', '2026-10-01') on conflict do nothing""").update();
        for (int i = 0; i < count; i++) {
            jdbc.sql("""
                    with n as (select :status || '-' || (select count(*) + 1 from dunning_case) as number),
                    person as (
                        insert into debtor (id, creditor_id, external_id, type, name, street, language, created_at, updated_at)
                        select new_id(), 'shop', number, 'CONSUMER', :name, :street, 'de', '2026-10-01', '2026-10-01' from n
                        returning id),
                    a as (insert into account (id, debtor_id, currency) select new_id(), id, 'EUR' from person returning *),
                    i as (
                        insert into open_item (id, account_id, creditor_id, invoice_id, due_date, created_at, updated_at)
                        select new_id(), a.id, 'shop', n.number, '2026-10-20', '2026-10-01', '2026-10-01' from a, n
                        returning id),
                    k as (
                        insert into dunning_case (id, number, creditor_id, debtor_id, account_id, currency, status,
                                                  payment_reference, first_contact_at, opened_at)
                        select new_id(), n.number, 'shop', a.debtor_id, a.id, a.currency, :status, n.number, '2026-11-05', '2026-11-01'
                        from a, n returning id)
                    insert into item_stay (case_id, open_item_id, joined_at) select k.id, i.id, '2026-11-01' from k, i""")
                    .param("status", status)
                    .param("name", name)
                    .param("street", street)
                    .update();
        }
    }
}

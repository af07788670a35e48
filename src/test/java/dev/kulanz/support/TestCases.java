package dev.kulanz.support;

import dev.kulanz.shared.Ids;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases that only exist, so that instances can be about them: nothing is owed, no journey runs. */
public final class TestCases {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final JdbcClient jdbc;

    TestCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes a case of a creditor, which is made if it is new; returns its number. */
    public String of(String creditor) {
        int next = NUMBERS.incrementAndGet();
        UUID debtor = Ids.next();
        UUID account = Ids.next();
        String number = "K-2001-%06d".formatted(next);
        jdbc.sql("""
                        with c as (
                            insert into creditor (id, name, created_at, updated_at)
                            values (:creditor, :creditor, now(), now())
                            on conflict (id) do nothing)
                        insert into debtor (id, creditor_id, external_id, type, name, language, created_at, updated_at)
                        values (:debtor, :creditor, :number, 'CONSUMER', 'Erika Mustermann', 'de', now(), now())
                        """)
                .param("creditor", creditor)
                .param("debtor", debtor)
                .param("number", number)
                .update();
        jdbc.sql("insert into account (id, debtor_id, currency) values (:account, :debtor, 'EUR')")
                .param("account", account)
                .param("debtor", debtor)
                .update();
        jdbc.sql("""
                        insert into dunning_case (id, number, creditor_id, debtor_id, account_id, currency, status,
                                                  payment_reference, first_contact_at, journey, journey_started_at, opened_at)
                        values (:id, :number, :creditor, :debtor, :account, 'EUR', 'OPEN',
                                :number, now(), 'test', now(), now())
                        """)
                .param("id", Ids.next())
                .param("number", number)
                .param("creditor", creditor)
                .param("debtor", debtor)
                .param("account", account)
                .update();
        return number;
    }
}

package dev.kulanz.agreements;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of promises. */
@Component
class PromiseTable {

    private final JdbcClient jdbc;

    PromiseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Promise> find(UUID id) {
        return jdbc.sql("select * from promise where id = :id")
                .param("id", id)
                .query(Promise.class)
                .optional();
    }

    /** The oldest first. */
    List<Promise> ofCase(UUID caseId) {
        return jdbc.sql("select * from promise where case_id = :case order by made_at, id")
                .param("case", caseId)
                .query(Promise.class)
                .list();
    }

    /** Open promises on these accounts, in the order of their locks. */
    List<Promise> openOf(Collection<UUID> accountIds) {
        return jdbc.sql("""
                        select p.* from promise p join dunning_case k on k.id = p.case_id
                        where p.status = 'OPEN' and k.account_id = any(:accounts)
                        order by k.debtor_id, k.account_id""")
                .param("accounts", accountIds.toArray(UUID[]::new))
                .query(Promise.class)
                .list();
    }

    /** The blocks of single items that a promise has placed. */
    List<UUID> itemBlocks(UUID promiseId) {
        return jdbc.sql("select block_id from promise_item_block where promise_id = :id")
                .param("id", promiseId)
                .query(UUID.class)
                .list();
    }

    void keepItemBlocks(UUID promiseId, Collection<UUID> blockIds) {
        jdbc.sql("insert into promise_item_block (promise_id, block_id) select :id, unnest(:blocks)")
                .param("id", promiseId)
                .param("blocks", blockIds.toArray(UUID[]::new))
                .update();
    }

    /** Keeps it, with the place in the ledger from which on payments count; the caller holds the account's lock. */
    void add(Promise promise, UUID accountId) {
        jdbc.sql("""
                        insert into promise (id, case_id, case_number, round, amount, currency, promised_on, judge_on,
                                             status, source, made_at, made_by, block_id, rests, after_entry)
                        values (:id, :case, :number, :round, :amount, :currency, :promisedOn, :judgeOn,
                                :status, :source, :madeAt, :madeBy, :block, :rests,
                                (select coalesce(max(id), 0) from ledger_entry where account_id = :account))""")
                .param("id", promise.id())
                .param("case", promise.caseId())
                .param("number", promise.caseNumber())
                .param("round", promise.round())
                .param("amount", promise.amount())
                .param("currency", promise.currency())
                .param("promisedOn", promise.promisedOn())
                .param("judgeOn", promise.judgeOn())
                .param("status", promise.status().name())
                .param("source", promise.source().name())
                .param("madeAt", Timestamp.from(promise.madeAt()))
                .param("madeBy", promise.madeBy())
                .param("block", promise.blockId())
                .param("rests", promise.rests().name())
                .param("account", accountId)
                .update();
    }

    void conclude(UUID id, Promise.Status status, BigDecimal paid, Instant at) {
        jdbc.sql("update promise set status = :status, paid = :paid, concluded_at = :at where id = :id")
                .param("status", status.name())
                .param("paid", paid)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    /**
     * What was paid of the case's items since the promise was made, by whomever, or credited; corrections are no payments.
     * Each payment and each credit note counts by itself: one from before that is taken back takes nothing away from the
     * others.
     */
    BigDecimal paidSince(Promise promise) {
        return jdbc.sql("""
                        select coalesce(sum(greatest(came.amount, 0)), 0)
                        from (select -sum(e.amount) as amount
                              from promise p
                              join case_item ci on ci.case_id = p.case_id
                              join ledger_entry e on e.open_item_id = ci.open_item_id
                              where p.id = :id and (e.kind = 'PAYMENT' or e.credit_note_id is not null)
                                and e.id > p.after_entry
                              group by e.payment_id, e.credit_note_id, e.source = 'IMPORT') came""").param("id", promise.id()).query(BigDecimal.class).single();
    }
}

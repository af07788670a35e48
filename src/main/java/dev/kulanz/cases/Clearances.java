package dev.kulanz.cases;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads in the ledger how what a case owed was settled. */
@Component
public class Clearances {

    private final JdbcClient jdbc;

    Clearances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the items that the case has now. */
    public Clearance of(DunningCase of) {
        return jdbc.sql("""
                        select greatest(coalesce(-sum(e.amount) filter (where e.kind = 'PAYMENT'), 0), 0) as paid,
                               greatest(coalesce(-sum(e.amount) filter (where e.credit_note_id is not null), 0), 0) as credited,
                               greatest(coalesce(-sum(e.amount) filter (where e.kind = 'GOODWILL'), 0), 0) as forgiven
                        from case_item ci join ledger_entry e on e.open_item_id = ci.open_item_id
                        where ci.case_id = :case""").param("case", of.id()).query(Clearance.class).single();
    }
}

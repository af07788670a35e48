package dev.kulanz.intake;

/**
 * What PostgreSQL believes of the sizes of our tables. The rows of a running import are seen by itself only: to whoever looks
 * at the tables meanwhile, as autovacuum does, they are empty, or as small as before. From then on the planner joins each row
 * with all others, and a first large import would not come to its end.
 */
final class PlannerStatistics {

    /**
     * Renews them for the tables that are believed empty and are not, or to which this import added more than is believed to
     * be there; within its transaction, which sees what it has written.
     */
    static final String RENEW = """
            do $$
            declare
                misjudged text;
            begin
                for misjudged in
                    select oid::regclass::text from pg_class
                    where oid = any(array['debtor', 'account', 'contact_point', 'open_item', 'ledger_entry', 'dunning_case',
                                          'item_stay', 'notice', 'person_block', 'credit_note',
                                          'claim_in_doubt']::regclass[])
                      and pg_relation_size(oid) > 0
                      and (reltuples = 0 or pg_stat_get_xact_tuples_inserted(oid) > greatest(reltuples, 1000))
                loop
                    execute 'analyze ' || misjudged;
                end loop;
            end $$""";

    private PlannerStatistics() {}
}

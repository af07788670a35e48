package dev.kulanz.intake;

/**
 * What was left of an item after each of the things that were taken off it here and still hold, counted from what it
 * amounts to today. Not the balances that it had: an amount that was corrected, or a payment that came back, left some
 * that nobody reads off a list any more.
 */
final class EarlierRests {

    /**
     * A condition: the amount was left of the item, now or after an earlier one of these. What was taken off and undone
     * later (a payment by its id, a credit note, else the same kind from the same source) is not counted, the latest first.
     */
    private static final String CONTAIN = """
            exists (
                select from (
                    select taken.principal - sum(taken.holding) over (order by taken.id) as rest, taken.holding
                    from (
                        select entry.*, case when entry.kind <> 'PRINCIPAL' and entry.amount < 0
                                             then least(-entry.amount, greatest(entry.later + entry.undone - entry.amount, 0))
                                             else 0 end as holding
                        from (
                            select e.id, e.kind, e.amount,
                                   sum(e.amount) filter (where e.kind = 'PRINCIPAL') over () as principal,
                                   coalesce(-sum(e.amount) filter (where e.amount < 0) over (
                                       alike order by e.id rows between 1 following and unbounded following), 0) as later,
                                   coalesce(-sum(e.amount) filter (where e.amount > 0) over alike, 0) as undone
                            from ledger_entry e where e.open_item_id = %1$s and %3$s
                            window alike as (partition by e.kind, e.payment_id, e.credit_note_id,
                                             case when e.payment_id is null and e.credit_note_id is null then e.source end)
                        ) entry
                    ) taken
                ) earlier where earlier.holding > 0 and earlier.rest = %2$s)""";

    private EarlierRests() {}

    /**
     * The condition that they contain an amount, all as SQL.
     *
     * @param entries which entries e of the item count
     */
    static String contain(String item, String amount, String entries) {
        return CONTAIN.formatted(item, amount, entries);
    }
}

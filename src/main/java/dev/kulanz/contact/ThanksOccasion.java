package dev.kulanz.contact;

import dev.kulanz.cases.CaseCredits;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.Clearances;
import dev.kulanz.cases.DunningCase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody is thanked for: what he paid since we first wrote to him, and what is left of it. */
@Component
class ThanksOccasion implements OccasionSource {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Clearances clearances;
    private final CaseCredits credits;

    ThanksOccasion(JdbcClient jdbc, Cases cases, Clearances clearances, CaseCredits credits) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.clearances = clearances;
        this.credits = credits;
    }

    @Override
    public Optional<Occasion> behind(Contact contact) {
        return contact.what() == Step.PAYMENT_THANKS
                ? Optional.of(of(cases.get(contact.caseNumber())))
                : Optional.empty();
    }

    private Occasion of(DunningCase of) {
        BigDecimal paid = paid(of);
        return new Occasion(known(paid), null, null, null, null, List.of())
                .with(new Occasion.Receipt(
                        null, known(credits.of(of)), known(clearances.of(of).forgiven())));
    }

    /** What is nothing is not mentioned. */
    private static @Nullable BigDecimal known(BigDecimal amount) {
        return amount.signum() > 0 ? amount : null;
    }

    /**
     * Whole payments, as he made them: also what they paid besides, and what was more than he owed. Of what the creditor says in
     * a file, what it paid of the case.
     */
    private BigDecimal paid(DunningCase of) {
        return jdbc.sql("""
                        with first as (
                            select min(composed_at) as at from contact where case_id = :case and round = :round
                              and status in ('SENDING', 'SENT', 'DELIVERED', 'UNKNOWN'))
                        select coalesce((
                                select sum(p.amount) from payment p, first f
                                where p.account_id = :account and p.booked_at >= f.at
                                  and not exists (select 1 from payment_return r where r.payment_id = p.id)
                                  and exists (
                                    select 1 from ledger_entry e left join case_item ci on ci.open_item_id = e.open_item_id
                                    where e.account_id = p.account_id and e.payment_id = p.id and (e.open_item_id is null or ci.case_id = :case))), 0)
                             + coalesce((
                                select greatest(-sum(e.amount), 0)
                                from case_item ci join ledger_entry e on e.open_item_id = ci.open_item_id, first f
                                where ci.case_id = :case and e.kind = 'PAYMENT' and e.source = 'IMPORT'
                                  and e.booked_at >= f.at), 0)""")
                .param("case", of.id())
                .param("round", of.round())
                .param("account", of.accountId())
                .query(BigDecimal.class)
                .single();
    }
}

package dev.kulanz.handover;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.contact.Contact;
import dev.kulanz.contact.Occasion;
import dev.kulanz.contact.OccasionSource;
import dev.kulanz.receivables.ItemBalance;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hand-over that a debtor is told of, by {@code handover:} and which one it is: to whom, and what of it is still open. */
@Component
class HandoverOccasion implements OccasionSource {

    private static final String KIND = "handover:";

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Handovers handovers;

    HandoverOccasion(JdbcClient jdbc, Cases cases, Handovers handovers) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.handovers = handovers;
    }

    @Override
    public Optional<Occasion> behind(Contact contact) {
        if (!contact.occasion().startsWith(KIND)) {
            return Optional.empty();
        }
        DunningCase of = cases.get(contact.caseNumber());
        return Optional.of(
                new Occasion(null, null, null, null, handovers.agencyOf(of).orElse(null), items(of)));
    }

    /** Of the latest: an older one is not told of any more. */
    private List<ItemBalance> items(DunningCase of) {
        return jdbc.sql("""
                        select b.* from handover_item m join item_balance b on b.id = m.open_item_id
                        where b.open_amount > 0 and m.handover_id = (
                            select id from handover where case_id = :case order by round desc, attempt desc limit 1)
                        order by b.due_date, b.invoice_id""").param("case", of.id()).query(ItemBalance.class).list();
    }
}

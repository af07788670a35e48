package dev.kulanz.contact;

import dev.kulanz.cases.Correspondence;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.shared.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks into the outbox for what a debtor was told, and for the pace at which he may be asked. */
@Component
class CaseCorrespondence implements Correspondence {

    private final JdbcClient jdbc;
    private final Paces paces;
    private final BusinessClock clock;

    CaseCorrespondence(JdbcClient jdbc, Paces paces, BusinessClock clock) {
        this.jdbc = jdbc;
        this.paces = paces;
        this.clock = clock;
    }

    /** What may have gone out counts. */
    @Override
    public Optional<LocalDate> toldOn(DunningCase of, String occasion) {
        return jdbc.sql("""
                        select (min(composed_at) at time zone :zone)::date as day from contact
                        where case_id = :case and occasion = :occasion and purpose = 'SERVICE'
                          and status in ('SENDING', 'SENT', 'DELIVERED', 'UNKNOWN')""")
                .param("zone", BusinessClock.ZONE.getId())
                .param("case", of.id())
                .param("occasion", occasion)
                .query((row, index) -> Optional.ofNullable(row.getObject("day", LocalDate.class)))
                .single();
    }

    @Override
    public LocalDate nextDemand(DunningCase of) {
        Instant now = clock.instant();
        Instant from = of.firstContactAt().isBefore(now) ? now : of.firstContactAt();
        Pace pace = Objects.requireNonNull(paces.of(List.of(of.number())).get(of.number()));
        return LocalDate.ofInstant(pace.message(Step.FRIENDLY_REMINDER, from), BusinessClock.ZONE);
    }
}

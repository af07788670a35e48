package dev.kulanz.contact;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a contact may go out: the window, the last pay-by date, and how often one person is asked for money. */
@Component
class Pacing {

    /** More often a step is not planned and cancelled on one day by what debtors and clerks do. */
    static final int TRIES_IN_VAIN = 5;

    private final JdbcClient jdbc;
    private final Cases cases;
    private final BusinessCalendar calendar;
    private final BusinessClock clock;

    Pacing(JdbcClient jdbc, Cases cases, BusinessCalendar calendar, BusinessClock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** For what this step has to wait, as far as it is known now. */
    Waits waits(DunningCase of, Debtor to, Step step) {
        LocalDate lastPayBy = step.isEscalation() ? cases.lastPayBy(of).orElse(null) : null;
        List<Instant> asked = step.purpose() == Purpose.DEMAND ? asked(to) : List.of();
        return new Pace(calendar, lastPayBy, asked, to.state()).waits(step, clock.instant());
    }

    /**
     * When a step may be tried that was cancelled again and again since yesterday: a diagram that leads back to it, whatever
     * the reason, would plan and cancel it without end at one moment. So it waits a day.
     */
    Waits afterTriesInVain(DunningCase of, Debtor to, Step step, Waits waits) {
        int inVain = jdbc.sql("""
                        select count(*) from contact
                        where case_id = :case and step = :step and status = 'CANCELLED' and planned_at > :yesterday""")
                .param("case", of.id())
                .param("step", step.id())
                .param("yesterday", clock.instant().minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        return inVain < TRIES_IN_VAIN
                ? waits
                : waits.until(
                        calendar.windowFrom(clock.instant().plus(Duration.ofDays(1)), to.state()),
                        clock.instant(),
                        Wait.IN_VAIN);
    }

    /**
     * Until when to pay: the days of the step after the expected arrival, never a Saturday, Sunday or holiday (§ 193 BGB).
     *
     * @param given the day that a step in between repeats
     */
    LocalDate payBy(Debtor to, Contact contact, Optional<LocalDate> given) {
        return given.orElseGet(() -> {
            LocalDate arrival =
                    calendar.plusBankDays(clock.today(), contact.channel().daysUnderWay());
            return calendar.workingDayFrom(arrival.plusDays(Objects.requireNonNull(contact.payDays())), to.state());
        });
    }

    /** When he was asked in the last seven days; what is being sent, or may have gone out, counts as well. */
    private List<Instant> asked(Debtor to) {
        return jdbc.sql("""
                        select c.composed_at from contact c join dunning_case k on k.id = c.case_id
                        where k.debtor_id = :debtor and c.purpose = 'DEMAND' and c.composed_at > :weekAgo
                          and c.status in ('SENDING', 'SENT', 'DELIVERED', 'UNKNOWN')
                        order by c.composed_at desc""")
                .param("debtor", to.id())
                .param("weekAgo", clock.instant().minus(Pace.WEEK).atOffset(ZoneOffset.UTC))
                .query((row, index) -> row.getTimestamp(1).toInstant())
                .list();
    }
}

package dev.kulanz.cases;

import dev.kulanz.shared.BusinessCalendar;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From which day the debtor of a case may be told of an item for the first time. */
@Component
public class FirstContacts {

    private final JdbcClient jdbc;
    private final CaseTerms terms;
    private final BusinessCalendar calendar;

    FirstContacts(JdbcClient jdbc, CaseTerms terms, BusinessCalendar calendar) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.calendar = calendar;
    }

    private record Asked(int days, @Nullable String state) {}

    /** The day for each due date; one question, however many are asked for. */
    public UnaryOperator<LocalDate> of(DunningCase of) {
        Asked asked =
                jdbc.sql("""
                        select c.first_contact_days as days, d.state from debtor d join creditor c on c.id = d.creditor_id
                        where d.id = :debtor""").param("debtor", of.debtorId()).query(Asked.class).single();
        return due -> terms.of(of).firstContact(due, asked.days(), asked.state(), calendar);
    }
}

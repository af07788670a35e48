package dev.kulanz.support;

import dev.kulanz.decisions.Fact;
import java.util.List;
import java.util.Set;

/** A vocabulary as the other modules contribute it, for tests without the application. */
public final class SomeFacts {

    public static final List<Fact> ALL = List.of(
            new Fact("daysOverdue", Fact.Type.NUMBER, "days", "Days since the oldest open item was due."),
            new Fact("openAmount", Fact.Type.NUMBER, "major units", "What is open."),
            new Fact("debtorType", Fact.Type.STRING, "", "CONSUMER or BUSINESS.", Set.of("CONSUMER", "BUSINESS")),
            new Fact("hasEmail", Fact.Type.BOOLEAN, "", "Whether there is a usable e-mail address."),
            new Fact("hasAddress", Fact.Type.BOOLEAN, "", "Whether there is a usable postal address."),
            new Fact("failedContacts", Fact.Type.NUMBER, "", "Failed contacts of this step and round."),
            new Fact("failedEmails", Fact.Type.NUMBER, "", "Failed e-mails of this round."),
            new Fact("unansweredReminders", Fact.Type.NUMBER, "", "Reminders without a reaction."),
            new Fact("brokenPromises", Fact.Type.NUMBER, "", "Promises that were not kept."),
            new Fact("customerSince", Fact.Type.DATE, "", "First purchase."));

    private SomeFacts() {}
}

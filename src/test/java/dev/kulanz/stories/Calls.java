package dev.kulanz.stories;

import dev.kulanz.contact.ContactView;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The calls to a debtor who was reminded of an invoice. */
final class Calls {

    static final String MOBILE = "+491713920001";

    private final Story story;
    private final StoryDebtor debtor;

    Calls(Story story, StoryDebtor debtor) {
        this.story = story;
        this.debtor = debtor;
    }

    private Stories house() {
        return story.house();
    }

    /** Was reminded on Monday, and is to be called from Tuesday morning on. */
    void areDue() {
        debtor.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-03T09:00");
        debtor.received("2026-11-02 friendly-reminder").isDueForACall();
    }

    /** Each call as {@code 2026-11-03T10:00 SENT}, when it was made or is to be made. */
    List<String> made() {
        return debtor.contacts().stream()
                .filter(contact -> contact.step().equals("voicebot-call"))
                .map(call -> LocalDateTime.ofInstant(call.notBefore(), BusinessClock.ZONE)
                                .truncatedTo(ChronoUnit.MINUTES)
                        + " "
                        + call.status())
                .toList();
    }

    ContactView last() {
        return debtor.contacts().stream()
                .filter(contact -> contact.step().equals("voicebot-call"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    boolean isUnderWay() {
        return house().runtime()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(debtor.caseNumber())
                        .processDefinitionKey("voicebot-call")
                        .count()
                > 0;
    }

    /** How many items were told of a step. */
    long itemsTold(String step) {
        return house().jdbc()
                .sql(
                        "select count(*) from notice n join dunning_case k on k.id = n.case_id where k.number = :case and n.step = :step")
                .param("case", debtor.caseNumber())
                .param("step", step)
                .query(Long.class)
                .single();
    }
}

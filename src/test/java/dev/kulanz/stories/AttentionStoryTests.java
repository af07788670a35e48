package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.access.NewUser;
import dev.kulanz.access.Role;
import dev.kulanz.access.Users;
import dev.kulanz.cases.FollowUps;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** The desk says that all is well only where nobody is late or let down, and each line leads to just those cases. */
@KulanzTest
class AttentionStoryTests {

    private static final String CALM = "Nothing needs attention: all is well.";

    @Autowired
    private Users users;

    @Autowired
    private FollowUps followUps;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");
    private final StoryDebtor bert = story.debtor("Bert");
    private Browser clerk;

    @BeforeEach
    void comeToWork() {
        story.namesItsAddress(3);
        story.settings("de", 3); // whom to ask and where to pay are known
        clerk = seesOnly(story.creditorId());
        bert.owes("R-2", "50.00", "2026-10-30");
    }

    @Test
    void isCalmWhereNobodyIsLate() {
        anna.with("email", "").owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-04T16:59");
        assertThat(anna.task()).isNotNull();
        assertThat(page("/")).contains(CALM).doesNotContain("mark=TASK_OVERDUE");
    }

    @Test
    void namesCasesWithAnOverdueTask() {
        anna.with("email", "").owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-04T17:30"); // it was to be done by five
        assertThat(page("/")).doesNotContain(CALM).contains("One case has an overdue task");
        assertThat(page("/", "de")).contains("Ein Fall hat eine überfällige Aufgabe");
        assertThat(listed("TASK_OVERDUE")).contains(anna.caseNumber()).doesNotContain(bert.caseNumber());
        anna.pays("100.00");
        assertThat(page("/")).contains(CALM);
    }

    @Test
    void namesBrokenPromisesUntilSomethingComesOfThem() {
        anna.owes("R-1", "100.00", "2026-10-28");
        story.until("2026-11-04T10:00");
        anna.promises("100.00", "2026-11-06");
        assertThat(page("/")).contains(CALM);
        story.until("2026-11-13T12:00");
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-06: BROKEN");
        assertThat(page("/")).contains("One promise was not kept");
        assertThat(page("/", "de")).contains("Eine Zusage wurde nicht gehalten");
        assertThat(listed("PROMISE_BROKEN")).contains(anna.caseNumber()).doesNotContain(bert.caseNumber());
        anna.promises("100.00", "2026-11-20");
        assertThat(page("/")).contains(CALM);
        story.until("2026-11-27T12:00");
        assertThat(page("/")).contains("One promise was not kept");
        anna.pays("100.00");
        assertThat(page("/")).contains(CALM);
    }

    @Test
    void namesFollowUpsAsTheTileDoes() {
        followUps.set(story.house().cases().get(bert.caseNumber()), LocalDate.parse("2026-11-03"), "Calls back");
        assertThat(page("/")).contains(CALM);
        story.until("2026-11-03T00:30");
        assertThat(page("/")).contains("One follow-up is due").containsPattern("Follow-ups due</span> <strong>1<");
        assertThat(listed("FOLLOW_UP_DUE")).contains(bert.caseNumber());
    }

    @Test
    void namesCasesThatCannotStart() {
        story.house()
                .jdbc()
                .sql("update dunning_case set journey_started_at = null, start_attempts = 1 where number = :number")
                .param("number", bert.caseNumber())
                .update();
        assertThat(page("/")).contains("One case can&#39;t start yet");
        assertThat(listed("CANNOT_START")).contains(bert.caseNumber());
        assertThat(page("/", "de")).contains("Ein Fall kann noch nicht beginnen");
    }

    @Test
    void tellsNobodyOfOthersCases() {
        anna.with("email", "").owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-06T10:00");
        Browser stranger = seesOnly("another");
        assertThat(stranger.page("/").body()).doesNotContain("overdue task");
        assertThat(stranger.page("/cases?mark=TASK_OVERDUE").body()).doesNotContain(anna.caseNumber());
    }

    private Browser seesOnly(String creditor) {
        String name = "attentive-" + UUID.randomUUID().toString().substring(0, 8);
        users.create(new NewUser(name, name, name, Role.CASE_WORKER, new CreditorScope(false, Set.of(creditor))));
        return Browser.loggedIn(story.house().port(), name);
    }

    private String listed(String mark) {
        return page("/cases?mark=" + mark);
    }

    private String page(String path) {
        return clerk.page(path).body();
    }

    private String page(String path, String language) {
        return clerk.get(path, "Accept-Language", language).body();
    }
}

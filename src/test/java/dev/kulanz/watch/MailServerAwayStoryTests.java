package dev.kulanz.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.kulanz.Kulanz;
import dev.kulanz.contact.Providers;
import dev.kulanz.storage.TestPostgres;
import dev.kulanz.support.Browser;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import dev.kulanz.support.TestModules;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The mail server is away for an hour: who is told, how soon, and what stands on the desk. */
@SpringBootTest(
        classes = Kulanz.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "kulanz.intake.make-creditors=true",
            "kulanz.journey.ticker=false",
            "kulanz.mail.from=reminders@kulanz.example",
            "kulanz.public-url=http://pay.kulanz.example",
            "kulanz.alarm.mail-to=night@kulanz.example",
            "kulanz.alarm.webhook-secret=shared between two machines",
            "kulanz.admin-password=" + MailServerAwayStoryTests.PASSWORD,
            "kulanz.scrape-password=" + MailServerAwayStoryTests.SCRAPE,
            "kulanz.watch.kept=0s",
            "management.prometheus.metrics.export.enabled=true",
            // engines of one JVM share a registry: the REST API of the other context must not find this one
            "camunda.bpm.process-engine-name=alarms",
            "camunda.bpm.job-execution.enabled=false",
            "spring.mail.host=127.0.0.1"
        })
@Import({TestModules.class, Stories.class})
class MailServerAwayStoryTests {

    static final String PASSWORD = "the-night-is-long";
    static final String SCRAPE = "a-secret-of-a-machine";

    private static final int PORT = freePort();
    private static final Post POST = new Post();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GreenMail mail = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    private Stories stories;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Watchman watchman;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00");

    private final StoryDebtor anna = story.debtor("Anna");

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        properties.add("kulanz.db.url", TestPostgres::emptyDatabase);
        properties.add("spring.mail.port", () -> PORT);
        properties.add("kulanz.alarm.webhook-url", POST::url);
    }

    @BeforeEach
    void begin() {
        mail.start();
        POST.forget();
    }

    @AfterEach
    void end() {
        mail.stop();
    }

    @AfterAll
    static void close() {
        POST.close();
    }

    @Test
    void isToldByTheWebhookInSixMinutesAndByMailWhenItIsBack() throws Exception {
        anna.owes("R-1", "100.00", "2026-10-30");
        minutesUntil("08:19");
        assertThat(POST.taken()).isEmpty();
        assertThat(health()).contains("UP");

        mail.stop();
        minutesUntil("08:24");
        assertThat(POST.taken()).as("a short pause is nobody's business").isEmpty();
        minutesUntil("08:26");
        assertThat(posted()).containsExactly("RAISED channel-down EMAIL");
        JsonNode line = JSON.readTree(POST.taken().get(0).body()).get("alarms").get(0);
        assertThat(line.get("text").asText()).isEqualTo("Nothing goes out by EMAIL: The mail server can't be reached.");
        assertThat(line.get("since").asText()).isEqualTo("2026-11-02T07:20:00Z");
        assertThat(line.get("runbook").asText()).startsWith("Nothing goes out by this channel");
        assertThat(health()).contains("DEGRADED").doesNotContain("components");
        assertThat(scraped("/actuator/health")).contains("channel-down EMAIL");
        assertThat(scraped("/actuator/prometheus")).contains("kulanz_channel_up{channel=\"EMAIL\"} 0.0");
        Browser admin = Browser.anonymous(stories.port());
        admin.logIn("admin", PASSWORD);
        assertThat(admin.page("/").body()).contains("Nothing goes out by EMAIL: The mail server can&#39;t be reached.");
        assertThat(admin.inGerman().page("/").body()).contains("Über EMAIL geht nichts hinaus");

        POST.forget();
        minutesUntil("09:19");
        assertThat(posted())
                .as("told once, and that nobody hears of it by mail")
                .containsExactly("RAISED alarm-untold MAIL");

        mail.start();
        POST.forget();
        minutesUntil("09:40");
        assertThat(posted()).containsOnlyOnce("OVER channel-down EMAIL").hasSizeLessThanOrEqualTo(2);
        assertThat(health()).contains("UP").doesNotContain("DEGRADED");
        assertThat(scraped("/actuator/prometheus")).contains("kulanz_channel_up{channel=\"EMAIL\"} 1.0");
        assertThat(told()).as("by mail, after the hour").isNotEmpty().anySatisfy(body -> assertThat(body)
                .contains("Nothing goes out by EMAIL", "since 2026-11-02 07:20 UTC", "look at the provider"));
        assertThat(admin.page("/").body()).doesNotContain("Nothing goes out by EMAIL");
    }

    /** Time goes on minute by minute: what is due is done, providers are asked, the watchman makes his round. */
    private void minutesUntil(String time) {
        LocalTime end = LocalTime.parse(time);
        LocalTime now = LocalTime.ofInstant(stories.clock().instant(), dev.kulanz.shared.BusinessClock.ZONE);
        while (now.isBefore(end)) {
            now = now.plusMinutes(1);
            story.until("2026-11-02T" + now);
            Providers.ask(house);
            watchman.round();
        }
    }

    private List<String> posted() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Post.Taken one : POST.taken()) {
            for (JsonNode line : JSON.readTree(one.body()).get("alarms")) {
                lines.add(line.get("event").asText() + " " + line.get("alarm").asText() + " "
                        + line.path("subject").asText());
            }
        }
        return lines;
    }

    private List<String> told() throws MessagingException, IOException {
        List<String> bodies = new ArrayList<>();
        for (MimeMessage one : mail.getReceivedMessages()) {
            if (Arrays.toString(one.getAllRecipients()).contains("night@")) {
                assertThat(one.getSubject()).startsWith("[Kulanz] ");
                bodies.add(String.valueOf(one.getContent()).replace("\r\n", "\n"));
            }
        }
        return bodies;
    }

    private String health() {
        var answer = Browser.anonymous(stories.port()).get("/actuator/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private String scraped(String path) {
        var answer = Browser.withPassword(stories.port(), "scrape", SCRAPE).get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** He may look at how it is, and nothing else. */
    @Test
    void letsTheScraperInNowhereElse() {
        Browser scrape = Browser.withPassword(stories.port(), "scrape", SCRAPE);
        assertThat(scrape.get("/actuator/info").body()).contains("postgresql");
        for (String path : List.of("/api/v1/cases", "/api/v1/alarms", "/engine-rest/task", "/v3/api-docs")) {
            assertThat(scrape.get(path).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(Browser.anonymous(stories.port())
                        .logIn("scrape", SCRAPE)
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("wrong"));
        assertThat(Browser.withPassword(stories.port(), "scrape", "wrong-secret-of-a-machine")
                        .get("/actuator/prometheus")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void tellsATestByEachWay() throws IOException {
        Browser admin = Browser.withPassword(stories.port(), "admin", PASSWORD);
        var answer = admin.post("/api/v1/alarms/test", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("MAIL", "WEBHOOK").doesNotContain("failure");
        Post.Taken taken = POST.taken().get(0);
        assertThat(JSON.readTree(taken.body()).get("alarms").get(0).get("event").asText())
                .isEqualTo("TEST");
        assertThat(taken.signature())
                .isEqualTo("sha256="
                        + WebhookWay.signature(
                                "shared between two machines",
                                taken.timestamp(),
                                taken.body().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(mail.getReceivedMessages()).hasSize(1);
        mail.stop();
        assertThat(admin.post("/api/v1/alarms/test", "").body()).contains("The mail server 127.0.0.1:" + PORT);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kulanz.Kulanz;
import dev.kulanz.access.CreditorScope;
import dev.kulanz.contact.Channel;
import dev.kulanz.contact.Doubt;
import dev.kulanz.contact.DoubtDesk;
import dev.kulanz.departures.NodeState;
import dev.kulanz.departures.RestCause;
import dev.kulanz.departures.SendingRests;
import dev.kulanz.intake.ImportOptions;
import dev.kulanz.intake.ImportProgress;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Refusal;
import dev.kulanz.storage.TestPostgres;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.TestModules;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** A database is restored from a backup that was made before messages went out. */
class RestoredBackupTests {

    private static final int MAILS = 450;
    private static final int LETTERS = 50;

    @TempDir
    private Path home;

    private final int port = freePort();
    private final MailServer server = new MailServer(port);

    @Test
    void sendsNothingTwice() throws Exception {
        server.start();
        String database = TestPostgres.emptyDatabase();
        try {
            try (ConfigurableApplicationContext before = startAt("2026-11-02T05:00", database)) {
                Story story = before.getBean(Stories.class).beginAt("2026-11-02T05:00");
                debtors(story.house(), story.creditorId());
                TestPostgres.backup(database);
                story.until("2026-11-02T12:00");
            }
            assertThat(mails()).hasSize(MAILS).doesNotHaveDuplicates();
            assertThat(letters()).hasSize(LETTERS);
            Files.move(home.resolve("letters"), home.resolve("fetched")); // as the print service takes them
            TestPostgres.restore(database);
            try (ConfigurableApplicationContext after = startAt("2026-11-02T13:00", database)) {
                goesOn(after);
            }
        } finally {
            server.stop();
        }
    }

    private void goesOn(ConfigurableApplicationContext after) throws IOException {
        Stories house = after.getBean(Stories.class);
        SendingRests rests = after.getBean(SendingRests.class);
        DoubtDesk doubts = after.getBean(DoubtDesk.class);
        assertThat(rests.node()).isEqualTo(NodeState.RESTS);
        assertThat(rests.active().orElseThrow().cause()).isEqualTo(RestCause.MARKER);
        assertThatThrownBy(() -> rests.release(rests.active().orElseThrow().id()))
                .isInstanceOf(Refusal.class);
        house.pump().runUntilIdle();
        assertThat(mails()).hasSize(MAILS);
        assertThat(letters()).isEmpty();
        assertThat(doubts.byChannel(CreditorScope.ALL))
                .containsExactlyInAnyOrder(
                        new DoubtDesk.OfChannel(Channel.EMAIL, MAILS, MAILS),
                        new DoubtDesk.OfChannel(Channel.LETTER, LETTERS, LETTERS));
        assertThat(doubts.answer(DoubtDesk.Which.ALL, Doubt.Answer.STAYED, CreditorScope.ALL))
                .as("of what is proved to have left, all at once")
                .isZero();
        rests.release(rests.active().orElseThrow().id());
        rests.look();
        assertThat(rests.node()).isEqualTo(NodeState.SENDING);
        house.pump().runUntilIdle();
        assertThat(count(house, "SENT")).isEqualTo(MAILS + LETTERS);
        assertThat(mails()).hasSize(MAILS);
        assertThat(letters()).isEmpty();
        assertThat(house.jdbc()
                        .sql(
                                "select count(*) from notice n join contact c on c.id = n.contact_id where n.pay_by = c.pay_by")
                        .query(Long.class)
                        .single())
                .as("what the debtors were told of counts")
                .isEqualTo(MAILS + LETTERS);
        // life goes on: the second reminder comes once, after the day to pay that the first one named
        house.travel().to(story("2026-11-13T12:00"), offset -> {});
        assertThat(mails()).hasSize(2 * MAILS).doesNotHaveDuplicates();
    }

    static long count(Stories house, String status) {
        return house.jdbc()
                .sql("select count(*) from contact where status = :status")
                .param("status", status)
                .query(Long.class)
                .single();
    }

    private static Instant story(String moment) {
        return LocalDateTime.parse(moment).atZone(BusinessClock.ZONE).toInstant();
    }

    private ConfigurableApplicationContext startAt(String moment, String database) {
        return new SpringApplicationBuilder(Kulanz.class, TestModules.class, Stories.class)
                .listeners((ApplicationListener<ApplicationStartedEvent>) started -> started.getApplicationContext()
                        .getBean(Stories.class)
                        .time()
                        .standAt(story(moment)))
                .web(WebApplicationType.SERVLET)
                .properties(
                        "server.port=0",
                        "kulanz.journey.ticker=false",
                        "kulanz.mail.from=reminders@kulanz.example",
                        "kulanz.public-url=https://pay.kulanz.example",
                        "camunda.bpm.process-engine-name=restored",
                        "camunda.bpm.job-execution.enabled=false",
                        "camunda.bpm.webapp.enabled=false", // there is but one in a process
                        "spring.mail.host=127.0.0.1",
                        "spring.mail.port=" + port,
                        "kulanz.home=" + home,
                        "kulanz.db.url=" + database)
                .run();
    }

    private static void debtors(Stories house, String creditor) {
        StringBuilder csv = new StringBuilder(
                "creditor_id,debtor_id,name,email,street,postcode,city,country,invoice_id,invoice_date,due_date,amount,currency\n");
        for (int i = 0; i < MAILS + LETTERS; i++) {
            csv.append("%s,D%d,Anna Beispiel,%s,Ahornstraße 17,04109,Leipzig,DE,R%d,2026-10-01,2026-10-30,100.00,EUR%n"
                    .formatted(creditor, i, i < MAILS ? "anna" + i + "@example.com" : "", i));
        }
        house.imports()
                .run(
                        new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)),
                        ImportOptions.CHANGES,
                        CreditorScope.ALL,
                        ImportProgress.UNSEEN);
    }

    private List<String> mails() {
        List<String> ids = new ArrayList<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            try {
                ids.add(mail.getMessageID());
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
        return ids;
    }

    private List<Path> letters() throws IOException {
        Path folder = home.resolve("letters");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.Kulanz;
import dev.kulanz.contact.Contact;
import dev.kulanz.storage.TestPostgres;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import dev.kulanz.support.TestModules;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Messages go over a real mail server; the only tests with a context of their own, for the demo sends nothing. */
@SpringBootTest(
        classes = Kulanz.class,
        properties = {
            "kulanz.journey.ticker=false",
            "kulanz.mail.from=reminders@kulanz.example",
            "kulanz.public-url=https://pay.kulanz.example", // else nothing is sent
            // engines of one JVM share a registry: the REST API of the other context must not find this one
            "camunda.bpm.process-engine-name=mail",
            "camunda.bpm.job-execution.enabled=false",
            "spring.mail.host=127.0.0.1",
            "spring.mail.properties.mail.smtp.connectiontimeout=600000",
            "spring.mail.properties.mail.smtp.timeout=600000" // a server that answers may take its time
        })
@Import({TestModules.class, Stories.class})
class MailStoryTests {

    private static final int PORT = freePort();

    private final MailServer server = new MailServer(PORT);

    @Autowired
    private Stories stories;

    @Autowired
    private JavaMailSenderImpl mail;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00");

    private final StoryDebtor anna = story.debtor("Anna");

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("kulanz.db.url", TestPostgres::emptyDatabase);
        properties.add("spring.mail.port", () -> PORT);
    }

    @BeforeEach
    void begin() {
        server.start();
    }

    @AfterEach
    void end() {
        server.stop();
    }

    @Test
    void arrivesAsAMailThatItsReaderCanTrust() throws Exception {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.after(days(1));
        anna.received("2026-11-02 friendly-reminder");
        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getMessageID()).isEqualTo("<" + anna.lastSent().id() + "@kulanz>");
        InternetAddress from = (InternetAddress) mail.getFrom()[0];
        assertThat(from.getAddress()).isEqualTo("reminders@kulanz.example");
        assertThat(from.getPersonal()).isEqualTo("Lindenhof");
        assertThat(mail.getReplyTo()).containsExactly(new InternetAddress("service@lindenhof.example"));
        assertThat(mail.getRecipients(Message.RecipientType.TO))
                .containsExactly(new InternetAddress("anna@example.com"));
        assertThat(mail.getSubject()).isEqualTo(anna.lastSent().subject()).doesNotContainPattern("\\d");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(mail.getHeader("Content-Language", null)).isEqualTo("de");
        assertThat(alternatives(mail)).containsOnlyKeys("text/plain", "text/html");
        assertThat(alternatives(mail).get("text/plain").replace("\r\n", "\n"))
                .isEqualToIgnoringWhitespace(anna.lastSent().body());
        assertThat(alternatives(mail).get("text/html")).contains("/pay/", "R-1").doesNotContain("{{", "??");
    }

    @Test
    void asksAPersonForAnotherAddressWhenTheServerKnowsNoSuchMailbox() {
        anna.with("email", "nobody@example.com").owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-02T10:00");
        assertThat(anna.contacts()).extracting("status").containsExactly(Contact.Status.FAILED);
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(anna.task().getName()).isEqualTo("Find contact details");
        anna.taskCompleted(Map.of("decision", "FOUND", "email", "anna@example.com"));
        assertThat(server.getReceivedMessages()).hasSize(1);
        anna.received("2026-11-02 friendly-reminder");
    }

    @Test
    void writesToSuchAnAddressWhereTheServerOffersIt() throws Exception {
        anna.with("email", "ayşe.yıldız@example.org").owes("R-1", "100.00", "2026-10-30");
        story.after(days(1));
        anna.received("2026-11-02 friendly-reminder");
        assertThat(server.getReceivedMessages()[0].getHeader("To", null)).contains("@example.org");
    }

    /** Whatever it were told would be somebody else's address: it is not told anything, and the address is the reason. */
    @Test
    void looksForAnotherWayWhereTheServerCanNotBeToldTheAddress() throws IOException {
        anna.with("email", "ayşe.yıldız@example.org");
        meetsABadServer(BadMailServer.Fault.TAKES_NO_SENDER_EVER); // and has no SMTPUTF8
        assertThat(anna.contacts()).extracting("status").containsExactly(Contact.Status.FAILED);
        assertThat(stories.jdbc()
                        .sql("select fault from contact where creditor_id = :creditor")
                        .param("creditor", story.creditorId())
                        .query(String.class)
                        .single())
                .isEqualTo("ADDRESS");
        assertThat(anna.task().getName()).isEqualTo("Find contact details");
    }

    /** What asks for nothing takes the next way as well, once; and where there is none, the case's story says so. */
    @Test
    void writesALetterToConfirmWhatTheServerCanNotBeToldTheAddressFor() throws IOException {
        anna.with("email", "jörg@example.org")
                .livesAt("Ahornstraße 17", "04109", "Leipzig")
                .owes("R-1", "100.00", "2026-10-30");
        confirmsOverAServerWithoutSmtpUtf8();
        assertThat(confirmations()).containsExactly("EMAIL FAILED", "LETTER SENT");
    }

    @Test
    void tellsInTheStoryThatNoWayWasLeftToConfirm() throws IOException {
        anna.with("email", "jörg@example.org").owes("R-1", "100.00", "2026-10-30");
        confirmsOverAServerWithoutSmtpUtf8();
        assertThat(confirmations()).containsExactly("EMAIL FAILED");
        assertThat(anna.told("NoWayForServiceMessage").facts()).containsEntry("step", "promise-confirmation");
    }

    /** An outage is no fault of the address, and no reason for paper: after eight tries it begins anew. */
    @Test
    void confirmsByMailAfterADayWithoutAMailServer() {
        anna.livesAt("Ahornstraße 17", "04109", "Leipzig").owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-02T10:00");
        server.stop();
        anna.promises("100.00", "2026-11-20");
        story.until("2026-11-03T10:00");
        assertThat(confirmations()).containsExactly("EMAIL FAILED", "EMAIL PLANNED");
        theServerIsBackUntil("2026-11-05T07:00");
        assertThat(confirmations()).containsExactly("EMAIL FAILED", "EMAIL SENT");
    }

    private void confirmsOverAServerWithoutSmtpUtf8() throws IOException {
        story.until("2026-11-02T10:00");
        server.stop();
        try (BadMailServer bad = new BadMailServer(PORT, BadMailServer.Fault.TAKES_NO_SENDER_EVER)) {
            anna.promises("100.00", "2026-11-20");
            story.until("2026-11-04T10:00");
            assertThat(bad.met()).as("connections").isPositive();
        }
    }

    private List<String> confirmations() {
        return anna.contacts().stream()
                .filter(one -> one.step().equals("promise-confirmation"))
                .map(one -> one.channel() + " " + one.status())
                .toList();
    }

    @Test
    void writesToADomainWithAnUmlaut() throws Exception {
        anna.with("email", "info@müller.example").owes("R-1", "100.00", "2026-10-30");
        story.after(days(1));
        anna.received("2026-11-02 friendly-reminder");
        assertThat(server.getReceivedMessages()[0].getRecipients(Message.RecipientType.TO))
                .containsExactly(new InternetAddress("info@xn--mller-kva.example"));
        assertThat(anna.lastSent().recipient()).isEqualTo("info@müller.example");
    }

    @Test
    void sendsExactlyOnceWhenTheServerIsBack() {
        owesWhileTheServerIsAway();
        story.until("2026-11-02T08:12");
        anna.receivedNothing();
        assertThat(anna.contacts()).extracting("status").containsExactly(Contact.Status.PLANNED);
        theServerIsBackUntil("2026-11-02T09:00");
        anna.received("2026-11-02 friendly-reminder");
        story.until("2026-11-04T09:00");
        assertThat(server.getReceivedMessages()).hasSize(1);
        anna.received("2026-11-02 friendly-reminder");
    }

    @Test
    void doesNotLetEachMessageRunIntoAServerThatCanNotBeReached() {
        int workers = Math.max(2, Runtime.getRuntime().availableProcessors());
        List<StoryDebtor> many = new ArrayList<>();
        for (int i = 0; i < 4 * workers; i++) {
            many.add(story.debtor("Bert" + i).owes("R-" + i, "100.00", "2026-10-30"));
        }
        server.stop();
        story.until("2026-11-02T08:00");
        assertThat(stories.jdbc()
                        .sql("select sum(tries) from contact where creditor_id = :creditor")
                        .param("creditor", story.creditorId())
                        .query(Integer.class)
                        .single())
                .isBetween(1, 2 * workers);
        server.start();
        story.until("2026-11-02T10:00");
        assertThat(server.getReceivedMessages()).hasSize(many.size());
    }

    @Test
    void sendsNothingToWhoPaidWhileTheServerWasAway() {
        owesWhileTheServerIsAway();
        story.until("2026-11-02T08:12");
        anna.pays("100.00");
        server.start();
        story.after(days(20));
        assertThat(server.getReceivedMessages()).isEmpty();
        anna.receivedNothing().isSettled();
    }

    @Test
    void triesAgainWhenTheServerNeverAnswers() throws IOException {
        Object patience = mail.getJavaMailProperties().setProperty("mail.smtp.timeout", "200");
        try {
            meetsABadServer(BadMailServer.Fault.NEVER_ANSWERS);
        } finally {
            mail.getJavaMailProperties().put("mail.smtp.timeout", patience);
        }
        assertThat(anna.contacts()).extracting("status").containsExactly(Contact.Status.PLANNED);
        theServerIsBackUntil("2026-11-02T09:00");
        anna.received("2026-11-02 friendly-reminder");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void triesAgainWhenTheServerDoesNotTakeOurMailNow() throws IOException {
        meetsABadServer(BadMailServer.Fault.TAKES_NO_SENDER_NOW);
        assertThat(anna.contacts()).extracting("status").containsExactly(Contact.Status.PLANNED);
        theServerIsBackUntil("2026-11-02T09:00");
        anna.received("2026-11-02 friendly-reminder");
    }

    @Test
    void asksAPersonWhenTheServerNeverTakesOurMailButKeepsTheAddress() throws IOException {
        meetsABadServer(BadMailServer.Fault.TAKES_NO_SENDER_EVER);
        assertThat(anna.contacts()).isNotEmpty().allMatch(one -> one.status() == Contact.Status.FAILED);
        assertThat(anna.task().getName()).isEqualTo("Find contact details");
        assertThat(anna.history()).extracting("kind").doesNotContain("ContactPointFailed");
        theServerIsBackUntil("2026-11-02T10:00");
        anna.taskCompleted(Map.of("decision", "FOUND", "email", "anna@example.com"));
        anna.received("2026-11-02 friendly-reminder");
    }

    @Test
    void keepsTheAddressThroughADayWithoutAMailServer() {
        owesWhileTheServerIsAway();
        story.until("2026-11-04T07:00");
        anna.receivedNothing();
        assertThat(anna.contacts()).extracting("status").contains(Contact.Status.FAILED, Contact.Status.PLANNED);
        assertThat(anna.task()).isNull();
        theServerIsBackUntil("2026-11-05T07:00");
        anna.received("2026-11-04 friendly-reminder");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void leavesItToAPersonWhenTheServerHangsUpOverTheMessage() throws IOException {
        meetsABadServer(BadMailServer.Fault.HANGS_UP_OVER_THE_MESSAGE);
        assertThat(anna.contacts()).extracting("status").containsExactly(Contact.Status.UNKNOWN);
        server.start();
        story.after(days(5));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void isNeverAskedTwiceADayEvenIfNobodyKnowsWhetherTheFirstWentOut() throws IOException {
        anna.owes("R-2", "50.00", "CHF", "2026-10-30");
        meetsABadServer(BadMailServer.Fault.HANGS_UP_OVER_THE_MESSAGE);
        theServerIsBackUntil("2026-11-02T22:00");
        assertThat(server.getReceivedMessages()).isEmpty();
        story.until("2026-11-03T22:00");
        assertThat(server.getReceivedMessages()).hasSize(1);
        anna.received("2026-11-03 friendly-reminder");
    }

    private void owesWhileTheServerIsAway() {
        server.stop();
        anna.owes("R-1", "100.00", "2026-10-30");
    }

    private void theServerIsBackUntil(String moment) {
        server.start();
        story.until(moment);
    }

    private void meetsABadServer(BadMailServer.Fault fault) throws IOException {
        server.stop();
        try (BadMailServer bad = new BadMailServer(PORT, fault)) {
            anna.owes("R-1", "100.00", "2026-10-30");
            story.until("2026-11-02T08:03");
            assertThat(bad.met()).as("connections").isPositive();
        }
        anna.receivedNothing();
    }

    @Test
    void thanksOverTheMailServer() throws Exception {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.after(days(2));
        anna.pays("100.00");
        story.after(days(2));
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(server.getReceivedMessages()[1].getSubject()).isEqualTo("Vielen Dank von Lindenhof");
        anna.received("2026-11-02 friendly-reminder", "2026-11-04 payment-thanks");
    }

    private static Map<String, String> alternatives(MimeMessage mail) throws Exception {
        Map<String, String> found = new java.util.HashMap<>();
        List<Object> toOpen = new ArrayList<>(List.of(mail.getContent()));
        while (!toOpen.isEmpty()) {
            MimeMultipart parts = (MimeMultipart) toOpen.remove(0);
            for (int i = 0; i < parts.getCount(); i++) {
                var part = parts.getBodyPart(i);
                if (part.getContent() instanceof MimeMultipart inner) {
                    toOpen.add(inner);
                } else {
                    found.put(part.getContentType().replaceFirst(";.*", ""), String.valueOf(part.getContent()));
                }
            }
        }
        return found;
    }

    /** Below those that an operating system gives away by itself: nobody gets it in between. */
    private static int freePort() {
        return new Random()
                .ints(15_000, 30_000)
                .filter(MailStoryTests::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}

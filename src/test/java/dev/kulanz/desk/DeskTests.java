package dev.kulanz.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.access.NewUser;
import dev.kulanz.access.Role;
import dev.kulanz.access.Users;
import dev.kulanz.decisions.Fact;
import dev.kulanz.decisions.FactVocabulary;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Paperwork;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The desk, as people use it: its lists and pages, and who sees them. */
@KulanzTest
class DeskTests {

    private static final Pattern CONTACT = Pattern.compile("href=\"/outbox/([0-9a-f-]{36})\"");

    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FactVocabulary vocabulary;

    @Autowired
    private MessageSource messages;

    private Paperwork paperwork;
    private Browser clerk;
    private String creditor;

    @BeforeEach
    void comeToWork() {
        paperwork = new Paperwork(port);
        clerk = Browser.loggedIn(port, "clerk");
        creditor = "desk-" + UUID.randomUUID();
    }

    @ParameterizedTest
    @CsvSource({
        "/, Portfolio, Portfolio",
        "/cases, Cases, Fälle",
        "/stock, Stock and flow, Bestand und Bewegung",
        "/outbox, Outbox, Postausgang",
        "/import, Recent imports, Letzte Importe",
        "/incidents, Incidents, Störungen",
        "/models, What a rule may ask, Wonach eine Regel fragen kann",
        "/users, Add somebody, Jemanden hinzufügen",
    })
    void speaksEnglishAndGerman(String path, String english, String german) {
        Browser admin = Browser.loggedIn(port, "admin");
        assertThat(admin.get(path, "Accept-Language", "fr,en;q=0.5").body())
                .contains("lang=\"en\"", english)
                .doesNotContain("??");
        assertThat(admin.get(path, "Accept-Language", "de-AT").body())
                .contains("lang=\"de\"", german)
                .doesNotContain("??");
    }

    @Test
    void findsACaseByNameAndInvoiceAndAmount() {
        String number = paperwork.openCase(creditor, "Q7731", "731.37");
        for (String text : new String[] {"frieda q7731", "r-q7731", "731,37", "Q7731", number}) {
            assertThat(page("/cases?creditor=" + creditor + "&q=" + Browser.enc(text)))
                    .as(text)
                    .contains(number);
        }
        assertThat(page("/cases?creditor=" + creditor + "&q=731,38")).doesNotContain(number);
    }

    @Test
    void answersTheLiveSearchWithTheResultsOnly() {
        String results = clerk.get("/cases?q=nobody-is-called-this", "HX-Request", "true")
                .body();
        assertThat(results).startsWith("<section id=\"results\"").doesNotContain("<html");
    }

    @Test
    void letsComplianceReadAndNotChange() {
        String number = paperwork.openCase(creditor, "reads", "80.00");
        Browser compliance = Browser.loggedIn(port, "compliance");
        assertThat(compliance.page("/cases/" + number).body())
                .contains(number)
                .doesNotContain("/payments\"", "/blocks\"", "/notes\"");
        assertThat(compliance.submit("/cases/" + number + "/notes", "text=x").statusCode())
                .isEqualTo(403);
    }

    @Test
    void showsNobodyWhatBelongsToCreditorsOfOthers() {
        String number = paperwork.openCase(creditor, "foreign", "80.00");
        paperwork.advance("P4D");
        String id = Paperwork.find(CONTACT, page("/cases/" + number));
        String name = "stranger-" + UUID.randomUUID().toString().substring(0, 8);
        users.create(new NewUser(name, name, name, Role.CASE_WORKER, new CreditorScope(false, Set.of("another"))));
        Browser stranger = Browser.loggedIn(port, name);
        assertThat(stranger.page("/cases?q=" + number).body()).doesNotContain("/cases/" + number);
        assertThat(stranger.page("/outbox?q=" + number).body()).doesNotContain(id);
        for (String path : new String[] {
            "/cases/" + number,
            "/cases/" + number + "/story",
            "/cases/" + number + "/diagrams",
            "/outbox/" + id,
            "/outbox/" + id + "/message"
        }) {
            assertThat(stranger.page(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(stranger.submit("/cases/" + number + "/blocks", "reason=MANUAL")
                        .statusCode())
                .isEqualTo(404);
        assertThat(stranger.page("/").body()).contains("There is nothing here yet");
    }

    @Test
    void saysWhoseMessagesDoNotSayWhereToPay() {
        paperwork.openCase(creditor, "unaware", "80.00");
        Browser.withPassword(port, "admin", "admin").put("/api/v1/creditors/" + creditor, "{\"name\": \"Stumm GmbH\"}");
        String name = "worker-" + UUID.randomUUID().toString().substring(0, 8);
        users.create(new NewUser(name, name, name, Role.CASE_WORKER, new CreditorScope(false, Set.of(creditor))));
        assertThat(Browser.loggedIn(port, name).page("/").body())
                .contains("Stumm GmbH: messages do not say where to pay", "PUT /api/v1/creditors/" + creditor)
                .doesNotContain("all is well");
    }

    @Test
    void hasAWordForEveryFactThatARuleMayAskFor() {
        for (Fact fact : vocabulary.all()) {
            for (Locale reader : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                assertThat(messages.getMessage("desk.detail." + fact.name(), null, "", reader))
                        .as(fact.name())
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"clerk", "owner", "compliance", "admin"})
    void leadsNobodyWhereHeMayNotGo(String name) {
        Browser person = Browser.loggedIn(port, name);
        List<String> links = Pattern.compile("href=\"(/camunda/app/[a-z]+/default/)\"")
                .matcher(person.page("/").body())
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(links).isNotEmpty();
        for (String app : List.of("tasklist", "cockpit")) {
            String path = "/camunda/app/" + app + "/default/";
            assertThat(person.page(path).statusCode() == 200).as(path).isEqualTo(links.contains(path));
        }
    }

    @Test
    void asksAPersonWhatBecameOfAMessageOfUnknownFate() {
        String number = paperwork.openCase(creditor, "unknown", "80.00");
        paperwork.advance("P4D");
        String id = Paperwork.find(CONTACT, page("/cases/" + number));
        jdbc.sql("update contact set status = 'UNKNOWN' where id = :id")
                .param("id", UUID.fromString(id))
                .update();
        assertThat(page("/")).contains("of unknown fate");
        assertThat(page("/incidents")).contains(number, "/incidents/contacts/" + id);
        assertThat(clerk.submitAndFollow("/incidents/contacts/" + id, "sent=true"))
                .contains("Noted")
                .doesNotContain(number);
        assertThat(page("/outbox/" + id)).contains(">Sent<");
    }

    @Test
    void letsAnAdminAddSomebodyWhoThenLogsIn() {
        Browser admin = Browser.loggedIn(port, "admin");
        String name = "new-" + UUID.randomUUID().toString().substring(0, 8);
        String page = admin.submitAndFollow("/users", "name=" + name + "&role=COMPLIANCE&scope=all");
        String password = Paperwork.find(Pattern.compile("<code>([a-z0-9-]{19})</code>"), page);
        assertThat(admin.page("/users").body()).contains(name).doesNotContain(password);
        HttpResponse<String> login = Browser.anonymous(port).logIn(name, password);
        assertThat(Browser.location(login)).doesNotContain("/login");
    }

    @Test
    void keepsUsersForAdmins() {
        assertThat(clerk.page("/users").statusCode()).isEqualTo(403);
    }

    @Test
    void goesBackFromTheTimeMachineToAPageOfThisSiteOnly() {
        assertThat(Browser.location(clerk.submit("/time-machine", "days=1&from=/cases?q=a")))
                .endsWith("/cases?q=a");
        for (String elsewhere : new String[] {"//evil.example", "https://evil.example", "/\\evil.example"}) {
            assertThat(Browser.location(clerk.submit("/time-machine", "days=1&from=" + Browser.enc(elsewhere))))
                    .doesNotContain("evil");
        }
        assertThat(clerk.submit("/time-machine", "days=400&from=/").statusCode())
                .isEqualTo(422);
    }

    @Test
    void showsTheStockAndWhatChangedIt() {
        String number = paperwork.openCase(creditor, "stock", "80.00");
        clerk.submit(
                "/cases/" + number + "/payments",
                "externalId=stock-" + number + "&amount=30,00&valueDate=" + paperwork.today());
        assertThat(page("/stock?creditor=" + creditor)).contains("€80.00", "-€30.00", "€50.00", "All steps");
        assertThat(page("/stock?creditor=nobody")).contains("There is no open case yet.");
        assertThat(page("/stock/card")).contains("Opening", "Closing").doesNotContain("<html");
    }

    @ParameterizedTest
    @CsvSource({"BLOCKED, reason=DISPUTE", "PROMISE_OPEN, reason=PROMISE"})
    void listsCasesByWhatSetsThemApart(String mark, String block) {
        String number = paperwork.openCase(creditor, "marked", "80.00");
        String path = "/cases?creditor=" + creditor + "&mark=" + mark;
        assertThat(page(path)).doesNotContain(number);
        clerk.submit("/cases/" + number + "/blocks", block);
        assertThat(page(path)).contains(number);
        assertThat(page("/cases?creditor=" + creditor + "&mark=FOLLOW_UP_DUE")).doesNotContain(number);
    }

    @Test
    void drawsEachLadderThatThereIs() {
        assertThat(page("/")).contains("process=dunning-journey", "process=business-journey");
        assertThat(clerk.get("/ladder?process=business-journey").body()).contains("Activity_SendFinalNotice");
        assertThat(clerk.get("/ladder?process=reminder-step").statusCode()).isEqualTo(404);
    }

    private String page(String path) {
        return clerk.page(path).body();
    }
}

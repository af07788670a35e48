package dev.kulanz.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.access.NewUser;
import dev.kulanz.access.Role;
import dev.kulanz.access.Users;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Paperwork;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The desk, as people use it. */
@KulanzTest
class DeskTests {

    private static final Pattern CONTACT = Pattern.compile("href=\"/outbox/([0-9a-f-]{36})\"");

    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    @Autowired
    private JdbcClient jdbc;

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
            assertThat(page("/cases?creditor=" + creditor + "&q=" + enc(text)))
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
    void booksAPaymentOnceHoweverOftenTheButtonIsPressed() {
        String number = paperwork.openCase(creditor, "pays", "80.00");
        String payment = "externalId=desk-once-" + number + "&amount=30,00&valueDate=" + paperwork.today();
        String first = after(act("/cases/" + number + "/payments", payment));
        assertThat(first).contains("The payment is booked.", "€50.00", "A payment of €30.00 was booked");
        assertThat(after(act("/cases/" + number + "/payments", payment)))
                .contains("nothing was booked twice", "€50.00");
    }

    @Test
    void settlesTheCaseWithTheWholeAmount() {
        String number = paperwork.openCase(creditor, "settles", "80.00");
        String file = after(act(
                "/cases/" + number + "/payments",
                "externalId=desk-all-" + number + "&amount=80,00&valueDate=" + paperwork.today()));
        assertThat(file).contains("Everything is paid. The case is settled.").doesNotContain("Book a payment");
    }

    @Test
    void keepsWhatWasTypedWhenAnAmountCantBeRead() {
        String number = paperwork.openCase(creditor, "typo", "80.00");
        String file = after(act(
                "/cases/" + number + "/payments",
                "externalId=desk-typo-1&amount=1.234&reference=from%20the%20bank&valueDate=" + paperwork.today()));
        assertThat(file)
                .contains("Please write the amount like", "value=\"1.234\"", "from the bank", "value=\"desk-typo-1\"")
                .doesNotContain("was booked");
    }

    @Test
    void pausesAndGoesOn() {
        String number = paperwork.openCase(creditor, "pauses", "80.00");
        String paused = after(act("/cases/" + number + "/blocks", "reason=DISPUTE&note=calls%20back"));
        assertThat(paused).contains("Dunning was paused: Dispute.", "calls back", "until it is lifted");
        String lift = Paperwork.find(Pattern.compile("action=\"([^\"]+/lift)\""), paused);
        assertThat(after(act(lift, "")))
                .contains("The pause was lifted: Dispute.")
                .doesNotContain("/lift\"");
    }

    @Test
    void showsANoteAsItWasWritten() {
        String number = paperwork.openCase(creditor, "note", "80.00");
        assertThat(after(act("/cases/" + number + "/notes", "text=" + enc("<b>called</b> & left a message"))))
                .contains("&lt;b&gt;called&lt;/b&gt; &amp; left a message");
    }

    @Test
    void tellsWhatWasSentAndWhyAndShowsItInAFrameThatCanDoNothing() {
        String number = paperwork.openCase(creditor, "told", "80.00");
        paperwork.advance("P4D");
        String file = page("/cases/" + number);
        assertThat(file)
                .contains("Friendly reminder sent by e-mail", "Why this way?", "Rules that fired", "Days overdue")
                .doesNotContain("??");
        String id = Paperwork.find(CONTACT, file);
        assertThat(page("/outbox/" + id)).contains("sandbox=", "frieda@example.com", "/pay/");
        HttpResponse<String> message = clerk.page("/outbox/" + id + "/message");
        assertThat(message.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("sandbox")
                .contains("default-src 'none'")
                .doesNotContain("script-src");
        assertThat(message.body()).contains("80,00");
        assertThat(page("/outbox?q=" + number)).contains(id);
    }

    @Test
    void drawsTheWayOfACaseAndTheLadder() {
        String number = paperwork.openCase(creditor, "way", "80.00");
        assertThat(clerk.get("/cases/" + number + "/diagrams").body())
                .contains("\"processId\":\"dunning-journey\"", "\"passed\":[", "\"active\":[");
        assertThat(clerk.get("/ladder").body()).contains("\"counts\":{", "bpmn:definitions");
    }

    @Test
    void letsComplianceReadAndNotChange() {
        String number = paperwork.openCase(creditor, "reads", "80.00");
        Browser compliance = Browser.loggedIn(port, "compliance");
        assertThat(compliance.page("/cases/" + number).body())
                .contains(number)
                .doesNotContain("/payments\"", "/blocks\"", "/notes\"");
        assertThat(compliance
                        .form("/cases/" + number + "/notes", "text=x&_csrf=" + enc(compliance.csrf()))
                        .statusCode())
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
        assertThat(stranger.form("/cases/" + number + "/blocks", "reason=MANUAL&_csrf=" + enc(stranger.csrf()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(stranger.page("/").body()).contains("There is nothing here yet");
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
        assertThat(after(act("/incidents/contacts/" + id, "sent=true")))
                .contains("Noted")
                .doesNotContain(number);
        assertThat(page("/outbox/" + id)).contains(">Sent<");
    }

    @Test
    void importsTheFileThatWasTried() {
        paperwork.creditor(creditor);
        String good = paperwork.invoice(creditor, "file", "49.90");
        String bad = good.lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .replace("R-file", "R-bad")
                .replace("49.90", "-1");
        String tried = after(upload(good + bad + "\n"));
        assertThat(tried).contains("This would happen", "Frieda file", "Rows that can&#39;t be taken", "amount");
        assertThat(page("/cases?creditor=" + creditor)).doesNotContain("Frieda file");

        String run = Paperwork.find(Pattern.compile("action=\"(/import/[0-9a-f-]+/run)\""), tried);
        assertThat(after(act(run, ""))).contains("The file is imported");
        assertThat(after(act(run, ""))).contains("The file is imported");
        assertThat(page("/import").split(creditor, -1))
                .as("one import is listed")
                .hasSize(2);
        Browser colleague = Browser.loggedIn(port, "owner");
        assertThat(colleague.page(run.replace("/run", "")).statusCode()).isEqualTo(404);
    }

    @Test
    void saysWhyAFileCantBeTaken() {
        assertThat(after(upload("this,is\nno,list\n")))
                .contains("This file can&#39;t be taken", "Try again")
                .doesNotContain("/run\"", "It is complete");
    }

    @Test
    void saysInGermanWhatIsWrongWithRowsAndColumns() {
        paperwork.creditor(creditor);
        String good = paperwork.invoice(creditor, "german", "49.90");
        assertThat(inGerman(upload(good.replace("49.90", "-1"))))
                .contains("Der Betrag ist negativ. Eine Gutschrift ist kein offener Posten; bitte lassen Sie sie weg.")
                .doesNotContain("The amount");
        assertThat(inGerman(upload("this,is\nno,list\n")))
                .contains(
                        "Die erste Zeile muss die Spalten nennen",
                        "<li>Die Spalte „this“ ist nicht bekannt.</li>",
                        "<li>Die Spalte „creditor_id“ fehlt in der Kopfzeile.</li>")
                .doesNotContain("The column");
    }

    @Test
    void saysInGermanWhyAFormIsRefused() {
        String number = paperwork.openCase(creditor, "deutsch", "80.00");
        clerk.form("/cases/" + number + "/blocks", "reason=MANUAL&invoiceId=X&_csrf=" + enc(clerk.csrf()));
        assertThat(clerk.get("/cases/" + number, "Accept-Language", "de").body())
                .contains("Die Rechnung „X“ gehört nicht zum Fall " + number);
    }

    private String inGerman(HttpResponse<String> answer) {
        return clerk.get(
                        Browser.location(answer).replaceFirst("^http://[^/]+", ""), "Accept-Language", "de")
                .body();
    }

    @Test
    void letsAnAdminAddSomebodyWhoThenLogsIn() {
        Browser admin = Browser.loggedIn(port, "admin");
        String name = "new-" + UUID.randomUUID().toString().substring(0, 8);
        String page = after(
                admin, admin.form("/users", "name=" + name + "&role=COMPLIANCE&scope=all&_csrf=" + enc(admin.csrf())));
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
        assertThat(Browser.location(act("/time-machine", "days=1&from=/cases?q=a")))
                .endsWith("/cases?q=a");
        for (String elsewhere : new String[] {"//evil.example", "https://evil.example", "/\\evil.example"}) {
            assertThat(Browser.location(act("/time-machine", "days=1&from=" + enc(elsewhere))))
                    .doesNotContain("evil");
        }
        assertThat(act("/time-machine", "days=400&from=/").statusCode()).isEqualTo(422);
    }

    @Test
    void keepsAFollowUpDateUntilItIsDone() {
        String number = paperwork.openCase(creditor, "later", "80.00");
        String path = "/cases/" + number + "/follow-up";
        String due = "/cases?mark=FOLLOW_UP_DUE&creditor=" + creditor;
        assertThat(after(act(path, "reason=asks%20her%20bank&date=" + paperwork.today())))
                .contains("The follow-up date is kept.", "asks her bank", "To be looked at again on");
        assertThat(page(due)).contains(number, "asks her bank");

        assertThat(after(act(path, "reason=x&date=" + paperwork.today().minusDays(1))))
                .contains("can&#39;t lie in the past", "asks her bank");
        assertThat(after(act(path + "/clear", "")))
                .contains("The follow-up is done.")
                .doesNotContain(path + "/clear\"");
        assertThat(page(due)).doesNotContain(number);
    }

    @Test
    void booksThatAPaymentCameBackOnce() {
        String number = paperwork.openCase(creditor, "bounces", "80.00");
        String payment = "desk-bounce-" + number;
        after(act(
                "/cases/" + number + "/payments",
                "externalId=" + payment + "&amount=80,00&valueDate=" + paperwork.today()));
        String refused = after(act("/cases/" + number + "/returns", "externalId=" + payment + "&reason="));
        assertThat(refused).contains("Please fill this in.").doesNotContain("came back on");

        String back = "externalId=" + payment + "&reason=AM04&valueDate=" + paperwork.today();
        assertThat(after(act("/cases/" + number + "/returns", back)))
                .contains("The return is booked", "came back on", "AM04", "in round 2: a payment was returned")
                .contains("€80.00 came back and is owed again");
        assertThat(after(act("/cases/" + number + "/returns", back))).contains("nothing was booked twice");
    }

    @Test
    void showsTheStockAndWhatChangedIt() {
        String number = paperwork.openCase(creditor, "stock", "80.00");
        act(
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
        act("/cases/" + number + "/blocks", block);
        assertThat(page(path)).contains(number);
        assertThat(page("/cases?creditor=" + creditor + "&mark=FOLLOW_UP_DUE")).doesNotContain(number);
    }

    @Test
    void drawsEachLadderThatThereIs() {
        assertThat(page("/")).contains("process=dunning-journey", "process=business-journey");
        assertThat(clerk.get("/ladder?process=business-journey").body()).contains("Activity_SendFinalNotice");
        assertThat(clerk.get("/ladder?process=reminder-step").statusCode()).isEqualTo(404);
    }

    @Test
    void notesAPromiseOnceAndTellsOfIt() {
        String number = paperwork.openCase(creditor, "promises", "80.00");
        assertThat(page("/cases/" + number)).contains("Note a promise", "value=\"80.00\"");
        String promise = "amount=80.00&date=" + paperwork.today().plusDays(10);
        assertThat(after(act("/cases/" + number + "/promises", promise)))
                .contains("The promise is noted.", "Promised to pay €80.00 by", "(told a case worker)")
                .contains("is-open", "Dunning was paused: Promise to pay");
        assertThat(after(act("/cases/" + number + "/promises", promise))).contains("nothing was noted twice");
        assertThat(clerk.get("/cases/" + number, "Accept-Language", "de").body())
                .contains("Zahlungszusagen", "einem Sachbearbeiter gesagt")
                .doesNotContain("??");
    }

    @Test
    void saysInTheReadersLanguageWhatStandsAgainstAPromiseAndKeepsTheInput() {
        String number = paperwork.openCase(creditor, "boasts", "80.00");
        String csrf = enc(clerk.csrf());
        clerk.form(
                "/cases/" + number + "/promises",
                "amount=80,01&date=" + paperwork.today().plusDays(90) + "&_csrf=" + csrf);
        assertThat(page("/cases/" + number))
                .contains("Only €80.00 is owed", "This is too far ahead", "value=\"80,01\"", "aria-invalid=\"true\"");
    }

    @Test
    void offersNoThirdPromise() {
        String number = paperwork.openCase(creditor, "again", "80.00");
        for (String amount : new String[] {"80.00", "70.00"}) {
            act(
                    "/cases/" + number + "/promises",
                    "amount=" + amount + "&date=" + paperwork.today().plusDays(10));
        }
        assertThat(page("/cases/" + number)).doesNotContain("Note a promise").contains("replaced", "€70.00");
        assertThat(after(act("/cases/" + number + "/promises", "amount=60.00&date=" + paperwork.today())))
                .contains("In one case 2 promises are taken");
    }

    private HttpResponse<String> act(String path, String form) {
        return clerk.form(path, form + "&_csrf=" + enc(clerk.csrf()));
    }

    private HttpResponse<String> upload(String csv) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + clerk.csrf()
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\items.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--b--\r\n";
        return clerk.body("/import", "multipart/form-data; boundary=b", body);
    }

    private String page(String path) {
        return clerk.page(path).body();
    }

    private String after(HttpResponse<String> answer) {
        return after(clerk, answer);
    }

    /** The page to which a form sends its reader. */
    private static String after(Browser browser, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return browser.page(Browser.location(answer).replaceFirst("^http://[^/]+", ""))
                .body();
    }

    private static String enc(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package dev.kulanz.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Paperwork;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people read and do in the file of a case. */
@KulanzTest
class CaseFileTests {

    private static final Pattern CONTACT = Pattern.compile("href=\"/outbox/([0-9a-f-]{36})\"");

    @LocalServerPort
    private int port;

    private Paperwork paperwork;
    private Browser clerk;
    private String creditor;

    @BeforeEach
    void comeToWork() {
        paperwork = new Paperwork(port);
        clerk = Browser.loggedIn(port, "clerk");
        creditor = "desk-" + UUID.randomUUID();
    }

    @Test
    void booksAPaymentOnceHoweverOftenTheButtonIsPressed() {
        String number = paperwork.openCase(creditor, "pays", "80.00");
        String payment = "externalId=desk-once-" + number + "&amount=30,00&valueDate=" + paperwork.today();
        String first = clerk.submitAndFollow("/cases/" + number + "/payments", payment);
        assertThat(first).contains("The payment is booked.", "€50.00", "A payment of €30.00 was booked");
        assertThat(clerk.submitAndFollow("/cases/" + number + "/payments", payment))
                .contains("nothing was booked twice", "€50.00");
    }

    @Test
    void settlesTheCaseWithTheWholeAmount() {
        String number = paperwork.openCase(creditor, "settles", "80.00");
        String file = clerk.submitAndFollow(
                "/cases/" + number + "/payments",
                "externalId=desk-all-" + number + "&amount=80,00&valueDate=" + paperwork.today());
        assertThat(file)
                .contains("Nothing is open any more. The case is settled.")
                .doesNotContain("Book a payment");
    }

    @Test
    void keepsWhatWasTypedWhenAnAmountCantBeRead() {
        String number = paperwork.openCase(creditor, "typo", "80.00");
        String file = clerk.submitAndFollow(
                "/cases/" + number + "/payments",
                "externalId=desk-typo-1&amount=1.234&reference=from%20the%20bank&valueDate=" + paperwork.today());
        assertThat(file)
                .contains("Please write the amount like", "value=\"1.234\"", "from the bank", "value=\"desk-typo-1\"")
                .doesNotContain("was booked");
    }

    @Test
    void booksThatAPaymentCameBackOnce() {
        String number = paperwork.openCase(creditor, "bounces", "80.00");
        String payment = "desk-bounce-" + number;
        clerk.submitAndFollow(
                "/cases/" + number + "/payments",
                "externalId=" + payment + "&amount=80,00&valueDate=" + paperwork.today());
        String refused = clerk.submitAndFollow("/cases/" + number + "/returns", "externalId=" + payment + "&reason=");
        assertThat(refused).contains("Please fill this in.").doesNotContain("came back on");

        String back = "externalId=" + payment + "&reason=AM04&valueDate=" + paperwork.today();
        assertThat(clerk.submitAndFollow("/cases/" + number + "/returns", back))
                .contains("The return is booked", "came back on", "AM04", "in round 2: a payment was returned")
                .contains("€80.00 came back and is owed again");
        assertThat(clerk.submitAndFollow("/cases/" + number + "/returns", back)).contains("nothing was booked twice");
    }

    @Test
    void pausesAndGoesOn() {
        String number = paperwork.openCase(creditor, "pauses", "80.00");
        String paused = clerk.submitAndFollow("/cases/" + number + "/blocks", "reason=DISPUTE&note=calls%20back");
        assertThat(paused).contains("Dunning was paused: Dispute.", "calls back", "until it is lifted");
        String lift = Paperwork.find(Pattern.compile("action=\"([^\"]+/lift)\""), paused);
        assertThat(clerk.submitAndFollow(lift, ""))
                .contains("The pause was lifted: Dispute.")
                .doesNotContain("/lift\"");
    }

    @Test
    void showsANoteAsItWasWritten() {
        String number = paperwork.openCase(creditor, "note", "80.00");
        assertThat(clerk.submitAndFollow(
                        "/cases/" + number + "/notes", "text=" + Browser.enc("<b>called</b> & left a message")))
                .contains("&lt;b&gt;called&lt;/b&gt; &amp; left a message");
    }

    @Test
    void keepsAFollowUpDateUntilItIsDone() {
        String number = paperwork.openCase(creditor, "later", "80.00");
        String path = "/cases/" + number + "/follow-up";
        String due = "/cases?mark=FOLLOW_UP_DUE&creditor=" + creditor;
        assertThat(clerk.submitAndFollow(path, "reason=asks%20her%20bank&date=" + paperwork.today()))
                .contains("The follow-up date is kept.", "asks her bank", "To be looked at again on");
        assertThat(page(due)).contains(number, "asks her bank");

        assertThat(clerk.submitAndFollow(
                        path, "reason=x&date=" + paperwork.today().minusDays(1)))
                .contains("can&#39;t lie in the past", "asks her bank");
        assertThat(clerk.submitAndFollow(path + "/clear", ""))
                .contains("The follow-up is done.")
                .doesNotContain(path + "/clear\"");
        assertThat(page(due)).doesNotContain(number);
    }

    @Test
    void notesAPromiseOnceAndTellsOfIt() {
        String number = paperwork.openCase(creditor, "promises", "80.00");
        assertThat(page("/cases/" + number)).contains("Note a promise", "value=\"80.00\"");
        String promise = "amount=80.00&date=" + paperwork.today().plusDays(10);
        assertThat(clerk.submitAndFollow("/cases/" + number + "/promises", promise))
                .contains("The promise is noted.", "Promised to pay €80.00 by", "(told a case worker)")
                .contains("is-open", "Dunning was paused: Promise to pay");
        assertThat(clerk.submitAndFollow("/cases/" + number + "/promises", promise))
                .contains("nothing was noted twice");
        assertThat(clerk.get("/cases/" + number, "Accept-Language", "de").body())
                .contains("Zahlungszusagen", "einem Sachbearbeiter gesagt")
                .doesNotContain("??");
    }

    @Test
    void saysInTheReadersLanguageWhatStandsAgainstAPromiseAndKeepsTheInput() {
        String number = paperwork.openCase(creditor, "boasts", "80.00");
        clerk.submit(
                "/cases/" + number + "/promises",
                "amount=80,01&date=" + paperwork.today().plusDays(90));
        assertThat(page("/cases/" + number))
                .contains("Only €80.00 is owed", "This is too far ahead", "value=\"80,01\"", "aria-invalid=\"true\"");
    }

    @Test
    void offersNoThirdPromise() {
        String number = paperwork.openCase(creditor, "again", "80.00");
        for (String amount : new String[] {"80.00", "70.00"}) {
            clerk.submit(
                    "/cases/" + number + "/promises",
                    "amount=" + amount + "&date=" + paperwork.today().plusDays(10));
        }
        assertThat(page("/cases/" + number)).doesNotContain("Note a promise").contains("replaced", "€70.00");
        assertThat(clerk.submitAndFollow("/cases/" + number + "/promises", "amount=60.00&date=" + paperwork.today()))
                .contains("In one case 2 promises are taken");
    }

    @Test
    void saysInGermanWhyAFormIsRefused() {
        String number = paperwork.openCase(creditor, "deutsch", "80.00");
        clerk.submit("/cases/" + number + "/blocks", "reason=MANUAL&invoiceId=X");
        assertThat(clerk.get("/cases/" + number, "Accept-Language", "de").body())
                .contains("Die Rechnung „X“ gehört nicht zum Fall " + number);
    }

    @Test
    void tellsWhatWasSentAndWhyAndShowsItInAFrameThatCanDoNothing() {
        String number = paperwork.openCase(creditor, "told", "80.00");
        paperwork.advance("P4D");
        String file = page("/cases/" + number);
        assertThat(file)
                .contains(
                        "Friendly reminder sent by e-mail",
                        "Why this way?",
                        "Most people have only forgotten",
                        "Overdue for")
                .contains("“Friendly reminder” fits this case now.", "Rule_FriendlyReminder_Consumer", "€80.00")
                .doesNotContain("??", "hasPaidPart", "Probability");
        String id = Paperwork.find(CONTACT, file);
        assertThat(page("/outbox/" + id)).contains("sandbox=", "frieda@example.com", "/pay/");
        HttpResponse<String> message = clerk.page("/outbox/" + id + "/message");
        assertThat(message.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("sandbox")
                .contains("default-src 'none'")
                .doesNotContain("script-src", "allow-scripts", "allow-forms", "allow-top-navigation");
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

    private String page(String path) {
        return clerk.page(path).body();
    }
}

package dev.kulanz.portal;

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

/** The page behind the payment link, as whoever holds the link sees it. */
@KulanzTest
class PaymentPageTests {

    private static final Pattern LINK = Pattern.compile("(/pay/[A-Za-z0-9_-]+)");

    @LocalServerPort
    private int port;

    private Paperwork paperwork;
    private String creditor;
    private String link;

    @BeforeEach
    void someoneWasReminded() {
        paperwork = new Paperwork(port);
        creditor = "pay-" + UUID.randomUUID();
        String number = paperwork.openCase(creditor, "link", "80.00");
        paperwork.advance("P4D");
        link = Paperwork.find(LINK, paperwork.get("/api/v1/contacts?case=" + number));
    }

    @Test
    void showsWhatToPayAndWhereToInTheLanguageOfTheMessage() {
        assertThat(Browser.anonymous(port).get(link, "Accept-Language", "en").body())
                .contains(
                        "lang=\"de\"", "Noch offen", "80,00", "DE02 1203 0000 0000 2020 51", "Musterwerke GmbH", ">RF")
                .doesNotContain("??");
    }

    @Test
    void namesNeitherTheDebtorNorHisInvoices() {
        assertThat(open().body()).doesNotContain("Frieda", "frieda@example.com", "R-link", "Kiel");
    }

    @Test
    void asksForWhatIsOpenAtThisMomentWhateverTheAddressSays() {
        pay("30.00");
        assertThat(Browser.anonymous(port).get(link + "?amount=1").body())
                .contains("50,00")
                .doesNotContain("80,00");
    }

    @Test
    void saysThanksWhenNothingIsOpenAnyMore() {
        pay("80.00");
        assertThat(open().body())
                .contains("Es ist nichts mehr offen", "Vielen Dank")
                .doesNotContain("IBAN");
    }

    @Test
    void isKeptNowhereAndTellsNobody() {
        var headers = open().headers();
        assertThat(headers.allValues("Cache-Control"))
                .singleElement()
                .asString()
                .contains("no-store");
        assertThat(headers.allValues("X-Robots-Tag")).singleElement().asString().contains("noindex");
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(headers.allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void answersAForgedLinkKindlyAndTellsNothing() {
        char last = link.charAt(link.length() - 3);
        String forged =
                link.substring(0, link.length() - 3) + (last == 'A' ? 'B' : 'A') + link.substring(link.length() - 2);
        for (String wrong : new String[] {forged, "/pay/nonsense", "/pay/%E2%82%AC"}) {
            HttpResponse<String> answer = Browser.anonymous(port).get(wrong, "Accept-Language", "en");
            assertThat(answer.statusCode()).as(wrong).isEqualTo(404);
            assertThat(answer.body()).contains("This page does not exist").doesNotContain("Musterwerke");
        }
    }

    private HttpResponse<String> open() {
        return Browser.anonymous(port).get(link);
    }

    private void pay(String amount) {
        HttpResponse<String> paid = Browser.withPassword(port, "owner", "owner")
                .post("/api/v1/payments", """
                {"externalId": "p-%s", "creditorId": "%s", "debtorId": "link", "amount": %s, "currency": "EUR",
                 "valueDate": "%s"}""".formatted(UUID.randomUUID(), creditor, amount, paperwork.today()));
        assertThat(paid.statusCode()).isEqualTo(201);
    }
}

package dev.kulanz.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Paperwork;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A file is tried before it is imported. */
@KulanzTest
class ImportPageTests {

    private static final Pattern RUNNING = Pattern.compile("hx-get=\"(/import/[0-9a-f-]+)\" hx-trigger=\"every");

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
    void importsTheFileThatWasTried() {
        paperwork.creditor(creditor);
        String good = paperwork.invoice(creditor, "file", "49.90");
        String bad = good.lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .replace("R-file", "R-bad")
                .replace("49.90", "0");
        String tried = done(upload(good + bad + "\n"));
        assertThat(tried)
                .contains("This would happen", "Frieda file", "€49.90", "Rows that can&#39;t be taken", "amount");
        assertThat(page("/cases?creditor=" + creditor)).doesNotContain("Frieda file");

        String run = Paperwork.find(Pattern.compile("action=\"(/import/[0-9a-f-]+/run)\""), tried);
        assertThat(done(clerk.submit(run, ""))).contains("The file is imported");
        assertThat(done(clerk.submit(run, ""))).contains("The file is imported");
        assertThat(page("/import").split(creditor, -1))
                .as("one import is listed")
                .hasSize(2);
        Browser colleague = Browser.loggedIn(port, "owner");
        assertThat(colleague.page(run.replace("/run", "")).statusCode()).isEqualTo(404);
    }

    @Test
    void saysInGermanWhatIsWrongWithRowsAndColumns() {
        paperwork.creditor(creditor);
        String good = paperwork.invoice(creditor, "german", "49.90");
        assertThat(inGerman(upload(good.replace("49.90", "0"))))
                .contains("Der Betrag ist null: Es gibt nichts anzumahnen.")
                .doesNotContain("The amount");
        assertThat(inGerman(upload("this,is\nno,list\n")))
                .contains(
                        "Die erste Zeile muss die Spalten nennen",
                        "<li>Die Spalte „this“ ist nicht bekannt.</li>",
                        "<li>Die Spalte „creditor_id“ fehlt in der Kopfzeile.</li>")
                .doesNotContain("The column");
    }

    private String inGerman(HttpResponse<String> answer) {
        done(answer);
        return clerk.get(Browser.location(answer).replaceFirst("^http://[^/]+", ""), "Accept-Language", "de")
                .body();
    }

    @Test
    void givesBackWhatWasRefusedToBeMendedAndUploadedAgain() {
        paperwork.creditor(creditor);
        String bad = paperwork.invoice(creditor, "mended", "49.90").replace("49.90", "0");
        HttpResponse<String> tried = upload(bad);
        String address = Paperwork.find(Pattern.compile("href=\"(/import/[0-9a-f-]+/rejected.csv)\""), done(tried));
        HttpResponse<String> back = clerk.get(address, "Accept-Language", "de");
        assertThat(back.headers().firstValue("Content-Disposition").orElse("")).contains("items-rejected.csv");
        assertThat(back.body()).contains("line,reason,").contains("The amount is zero");
        assertThat(Browser.loggedIn(port, "owner").get(address).statusCode()).isEqualTo(404);
        String mended = back.body().replace(",0,", ",49.90,");
        assertThat(done(upload(mended)))
                .contains("This would happen", "Frieda mended")
                .doesNotContain("/rejected.csv");
    }

    @Test
    void saysWhyAFileCantBeTaken() {
        assertThat(done(upload("this,is\nno,list\n")))
                .contains("This file can&#39;t be taken", "Try again")
                .doesNotContain("/run\"", "It is complete");
    }

    @Test
    void readsAListOfWindowsAndShowsItsLetters() {
        paperwork.creditor(creditor);
        String list = paperwork.invoice(creditor, "list", "49.90").replace("Frieda list", "Jürgen Müßig");

        assertThat(inGerman(upload(list, Charset.forName("windows-1252"))))
                .contains("Das würde geschehen", "sie wurde als windows-1252 gelesen</h2>", "<td>Jürgen Müßig</td>");
    }

    @Test
    void asksForAnEncodingThatNobodyCanTell() {
        paperwork.creditor(creditor);
        String list = paperwork.invoice(creditor, "list", "49.90").replace("Frieda list", "Jürgen Höfer");

        String asked = done(upload(list, Charset.forName("IBM850")));
        assertThat(asked)
                .contains("This file can&#39;t be taken", "IBM850: “Jürgen Höfer”", "<option value=\"IBM850\"");
        String again = Paperwork.find(Pattern.compile("action=\"(/import/[0-9a-f-]+/check)\""), asked);
        assertThat(done(clerk.submit(again, "charset=IBM850"))).contains("This would happen", "Jürgen Höfer");
    }

    @Test
    void takesTheAmountsForWhatTheirOwnerSaysTheyAre() {
        String known = paperwork.openCase(creditor, "rest", "100.00");
        Browser.withPassword(port, "owner", "owner")
                .post("/api/v1/payments", """
                {"creditorId": "%s", "debtorId": "rest", "externalId": "P-rest", "amount": 40.00, "currency": "EUR", "valueDate": "%s"}""".formatted(creditor, paperwork.today()));
        String list = paperwork.invoice(creditor, "rest", "60.00");

        run(done(upload(list, StandardCharsets.UTF_8, "REMAINING")));
        assertThat(page("/cases/" + known)).contains("€60.00").doesNotContain("€20.00");
        run(done(upload(list, StandardCharsets.UTF_8, "INVOICE")));
        assertThat(page("/cases/" + known)).contains("€20.00");
    }

    @Test
    void namesTheInstalmentsOfAnInvoice() {
        paperwork.creditor(creditor);
        List<String> lines =
                paperwork.invoice(creditor, "part", "60.00").lines().toList();
        run(done(upload("%1$s,instalment\n%2$s,1\n%2$s,2\n".formatted(lines.get(0), lines.get(1)))));
        paperwork.advance("PT1M");
        String number = Paperwork.find(Pattern.compile("(K-[0-9-]+)"), page("/cases?creditor=" + creditor));
        assertThat(page("/cases/" + number)).contains("instalment 1<", "instalment 2<");
    }

    /** The page once the file is read; a busy machine takes longer than a page waits for it. */
    private String done(HttpResponse<String> answer) {
        String first = clerk.after(answer);
        Matcher running = RUNNING.matcher(first);
        return running.find()
                ? await().atMost(Duration.ofMinutes(1)).until(() -> page(running.group(1)), now -> !RUNNING.matcher(now)
                        .find())
                : first;
    }

    private void run(String tried) {
        String run = Paperwork.find(Pattern.compile("action=\"(/import/[0-9a-f-]+/run)\""), tried);
        assertThat(done(clerk.submit(run, ""))).contains("The file is imported");
    }

    private HttpResponse<String> upload(String csv) {
        return upload(csv, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> upload(String csv, Charset charset) {
        return upload(csv, charset, "UNSAID");
    }

    private HttpResponse<String> upload(String csv, Charset charset, String amounts) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + clerk.csrf()
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"amounts\"\r\n\r\n" + amounts
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\items.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--b--\r\n";
        return clerk.sendBytes("/import", "multipart/form-data; boundary=b", body.getBytes(charset));
    }

    private String page(String path) {
        return clerk.page(path).body();
    }
}

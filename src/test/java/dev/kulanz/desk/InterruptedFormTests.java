package dev.kulanz.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Paperwork;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever sends a form when his session is over logs in and finds it again, with what he had written; nothing was done. */
@KulanzTest
class InterruptedFormTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates/desk");
    private static final Pattern FORM = Pattern.compile("<form[^>]*method=\"post\".*?</form>", Pattern.DOTALL);
    private static final Pattern TYPED =
            Pattern.compile("<(?:input(?![^>]*(?:hidden|file))|textarea|select)[^>]*name=");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final String TEXT = "Ruft am Freitag zurück: \"12 < 13\" & Öl";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private String number;
    private String file;
    private Browser clerk;
    private String token;

    @BeforeEach
    void comeToWork() {
        number = new Paperwork(port).openCase("away-" + UUID.randomUUID(), "away", "80.00");
        file = "/cases/" + number;
        clerk = Browser.loggedIn(port, "clerk");
        token = clerk.csrf();
    }

    @Test
    void comesBackAfterTheLogin() {
        clerk.loseSession();
        HttpResponse<String> login = send("form=note&text=" + Browser.enc(TEXT));
        assertThat(login.statusCode()).isEqualTo(401);
        assertThat(login.body()).contains("name=\"password\"", "Your session had ended");
        HttpResponse<String> in = logIn(login, "clerk", "clerk");
        assertThat(in.headers().firstValue("Location").orElseThrow()).endsWith(file);
        String page = clerk.after(in);
        assertThat(page)
                .contains("Your session had ended")
                .containsPattern("<details[^>]*id=\"note\"[^>]*open=\"open\"")
                .contains("Ruft am Freitag zurück: &quot;12 &lt; 13&quot; &amp; Öl</textarea>");
        assertThat(notes()).isZero();
        assertThat(clerk.page(file).body()).as("once").doesNotContain("Ruft am Freitag");
    }

    @Test
    void comesBackAfterAWrongPasswordToo() {
        clerk.loseSession();
        HttpResponse<String> login = send("form=note&text=" + Browser.enc(TEXT));
        HttpResponse<String> wrong = logIn(login, "clerk", "clerq");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("User name or password is wrong");
        assertThat(clerk.after(logIn(wrong, "clerk", "clerk"))).contains("Ruft am Freitag zurück");
        assertThat(notes()).isZero();
    }

    @Test
    void comesBackAtOnceToWhoHasLoggedInInAnotherWindow() {
        clerk.loseSession();
        clerk.logIn("clerk", "clerk");
        HttpResponse<String> answer = send("form=note&text=" + Browser.enc(TEXT));
        assertThat(clerk.after(answer)).contains("Your session had ended", "Ruft am Freitag zurück");
        assertThat(notes()).isZero();
    }

    @Test
    void comesBackWithSeveralChoices() {
        Browser admin = Browser.loggedIn(port, "admin");
        String old = admin.csrf();
        admin.loseSession();
        admin.logIn("admin", "admin");
        String users = admin.after(admin.press(
                "/users",
                "/users",
                "form=new&name=eva&displayName=Eva&role=CASE_WORKER&scope=some&creditors=x&creditors=y",
                old));
        assertThat(users).contains("value=\"eva\"", "value=\"Eva\"");
    }

    @Test
    void bringsWhoPressedOnlyAButtonBackToHisPage() {
        clerk.loseSession();
        HttpResponse<String> login = clerk.press("/incidents", "/incidents/retry", "cause=x", token);
        String page = clerk.after(logIn(login, "clerk", "clerk"));
        assertThat(page).contains("nothing was done. Please do it again", "aria-current=\"page\">Incidents");
    }

    @Test
    void bringsWhoSentAFileBackToItsPage() {
        clerk.loseSession();
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nx\r\n--b--\r\n";
        HttpResponse<String> login = clerk.sendFile("/import", "/import", body);
        assertThat(clerk.after(logIn(login, "clerk", "clerk"))).contains("Please do it again", "Recent imports");
    }

    @Test
    void doesNotBringAlongWhatAnotherSiteSent() {
        clerk.loseSession();
        HttpResponse<String> login = clerk.post(
                file + "/notes",
                "{}",
                "Accept",
                "text/html",
                "Origin",
                "https://evil.example",
                "Referer",
                "https://evil.example/" + TEXT.replaceAll("[^a-z]", ""));
        assertThat(login.statusCode()).isEqualTo(302);
        assertThat(login.body()).doesNotContain("kept");
    }

    @Test
    void staysInThisHouse() {
        clerk.loseSession();
        HttpResponse<String> in = clerk.submit(
                "/login",
                "username=clerk&password=clerk&keptPage=" + Browser.enc("//evil.example/") + "&kept.form=note");
        assertThat(in.headers().firstValue("Location").orElseThrow()).doesNotContain("evil");
    }

    @Test
    void tellsAScriptOnlyThatItIsOut() {
        clerk.loseSession();
        HttpResponse<String> answer = clerk.post(file + "/notes", "{}");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void keepsNoMoreThanALoginFormMayCarry() {
        clerk.loseSession();
        HttpResponse<String> login = send("form=note&text=" + "x".repeat(60_000));
        assertThat(login.body()).contains("keptPage").doesNotContain("xxx");
        assertThat(clerk.after(logIn(login, "clerk", "clerk"))).contains("nothing was done");
    }

    @Test
    void whoIsOutAlreadyLogsOut() {
        clerk.loseSession();
        HttpResponse<String> answer = clerk.press(file, "/logout", "x=", token);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    /** Else it would not be found again. */
    @Test
    void eachFormThatOneWritesInHasAName() throws IOException {
        List<String> nameless = new ArrayList<>();
        int named = 0;
        try (Stream<Path> all = Files.list(TEMPLATES)) {
            for (Path template : all.toList()) {
                String text = Files.readString(template);
                for (MatchResult form : FORM.matcher(text).results().toList()) {
                    if (TYPED.matcher(form.group()).find() && !form.group().contains("multipart/")) {
                        if (form.group().contains("type=\"hidden\" name=\"form\"")) {
                            named++;
                        } else {
                            nameless.add(template.getFileName() + ": "
                                    + form.group().lines().findFirst().orElse(""));
                        }
                    }
                }
            }
        }
        assertThat(nameless).isEmpty();
        assertThat(named).isGreaterThan(7);
    }

    private HttpResponse<String> send(String body) {
        return clerk.press(file, file + "/notes", body, token);
    }

    /** As a browser sends the login form that it was shown. */
    private HttpResponse<String> logIn(HttpResponse<String> shown, String user, String password) {
        StringBuilder body = new StringBuilder("username=" + user + "&password=" + password);
        HIDDEN.matcher(shown.body()).results().forEach(field -> body.append('&')
                .append(Browser.enc(text(field.group(1))))
                .append('=')
                .append(Browser.enc(text(field.group(2)))));
        return clerk.press("/login", "/login", body.toString(), "");
    }

    private static String text(String html) {
        return html.replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private long notes() {
        return jdbc.sql("select count(*) from journal where facts::text like '%Ruft am Freitag%'")
                .query(Long.class)
                .single();
    }
}

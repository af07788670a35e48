package dev.kulanz.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kulanz.access.CreditorScope;
import dev.kulanz.access.NewUser;
import dev.kulanz.access.Role;
import dev.kulanz.access.Users;
import dev.kulanz.receivables.CreditorSettings;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A creditor is entered and mended on the desk. */
@KulanzTest
class CreditorsPageTests {

    /** Nothing of it is what it would be if it was left out. */
    private static final String EVERYTHING = """
        {"name": "Shop", "accounts": [{"iban": "DE75512108001245126199", "name": "Shop AG"}, {"iban": "DE02120300000000202051"}],
         "street": "Weg 1", "postcode": "1010", "city": "Wien", "country": "AT", "email": "shop@example.com",
         "phone": "+43 1 234", "website": "https://shop.example", "legalNotice": "Sitz: Wien\\nFN 1",
         "privacyUrl": "https://shop.example/privacy", "deductsInputTax": false, "defaultLanguage": "en",
         "firstContactDays": 7, "channels": ["EMAIL", "WHATSAPP"], "firstContactBankDays": 1, "debitBankDays": 4,
         "promisesRestByShare": false,
         "limits": {"demand": 5.00, "letterOrCall": 20.00, "handover": 90.00, "goodwill": 2.00},
         "limitsByCurrency": {"JPY": {"demand": 500}}%s}\
        """;

    private static final Pattern STAMP = Pattern.compile("name=\"stamp\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    @Autowired
    private JdbcClient jdbc;

    private Browser program;
    private Browser owner;
    private String id;

    @BeforeEach
    void comeToWork() {
        program = Browser.withPassword(port, "owner", "owner");
        owner = Browser.loggedIn(port, "owner");
        id = "page-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void keepsWhatTheFormDoesNotHave() throws Exception {
        for (RecordComponent setting : CreditorSettings.class.getRecordComponents()) {
            assertThat(EVERYTHING.contains("\"" + setting.getName() + "\"")
                            || setting.getName().equals("termsFrom"))
                    .as("what is mended here keeps %s", setting.getName())
                    .isTrue();
        }
        put(EVERYTHING.formatted(""));
        put(EVERYTHING
                .replace("\"firstContactBankDays\": 1", "\"firstContactBankDays\": 5")
                .formatted(", \"termsFrom\": \""
                        + LocalDate.now(BusinessClock.ZONE).plusYears(1) + "\""));
        JsonNode before = kept();
        String page = page();
        assertThat(page).contains("Shop AG", "Sitz: Wien");

        assertThat(submit(form(page))).contains("Kept.");
        assertThat(kept()).isEqualTo(before);

        assertThat(submit("id=" + id + "&stamp=" + stamp(page) + "&city=Graz")).contains("Kept.");
        JsonNode after = kept();
        assertThat(after.get("city").asText()).isEqualTo("Graz");
        ((ObjectNode) after).put("city", "Wien");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void saysWhatIsMissingUntilItIsMended() throws Exception {
        put("{\"name\": \"Stumm GmbH\"}");
        assertThat(page()).contains("Nothing is sent for this creditor", "account, address, telephone or e-mail");
        assertThat(owner.get("/creditors/one?id=" + id, "Accept-Language", "de").body())
                .contains("Für diesen Gläubiger geht nichts hinaus", "Konto, Anschrift, Telefon oder E-Mail");
        String told =
                submit("id=" + id + "&stamp=" + stamp(page()) + "&street=Weg+1&postcode=10115&city=Berlin&phone=030+123"
                        + "&accounts%5B0%5D.iban=" + Browser.enc("DE75 5121 0800 1245 1261 99"));
        assertThat(told).contains("Kept.", "Complete:").doesNotContain("Nothing is sent");
        assertThat(kept().get("complete").asBoolean()).isTrue();
        assertThat(jdbc.sql("select actor || ' ' || facts from journal where creditor_id = :id and kind ="
                                + " 'CreditorChanged'")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("owner", "street", "accounts");
    }

    @Test
    void saysBesideTheFieldWhatIsWrongAndKeepsTheInput() {
        put("{\"name\": \"Shop\"}");
        String told = submit(
                "id=" + id + "&stamp=" + stamp(page()) + "&name=Shop&city=Bremen&email=nobody&firstContactDays=soon"
                        + "&accounts%5B0%5D.iban=&accounts%5B0%5D.name=&accounts%5B1%5D.iban=DE00123&accounts%5B1%5D.name=X");
        assertThat(told).contains("value=\"Bremen\"", "value=\"nobody\"", "Please give a number of days");
        told = submit("id=" + id + "&stamp=" + stamp(page()) + "&name=Shop&city=Bremen&email=nobody"
                + "&accounts%5B0%5D.iban=&accounts%5B0%5D.name=&accounts%5B1%5D.iban=DE00123&accounts%5B1%5D.name=X");
        assertThat(told)
                .contains(
                        "is not an e-mail address",
                        "is not a valid IBAN",
                        "id=\"creditor-accounts[1].iban-error\"",
                        "value=\"DE00123\"")
                .doesNotContain("Kept.");
        Browser german = owner.inGerman();
        assertThat(german.submitAndFollow("/creditors/one", "id=" + id + "&stamp=" + stamp(page()) + "&email=nobody"))
                .contains("ist keine E-Mail-Adresse");
    }

    @Test
    void tellsTheSecondOfTwoWhoMendAtTheSameTime() throws Exception {
        put("{\"name\": \"Shop\"}");
        String stamp = stamp(page());
        assertThat(submit("id=" + id + "&stamp=" + stamp + "&city=Kiel")).contains("Kept.");
        String told = submit("id=" + id + "&stamp=" + stamp + "&city=Bonn");
        assertThat(told)
                .contains("Somebody else has changed this creditor meanwhile", "value=\"Bonn\"", "kept by now: Kiel");
        assertThat(kept().get("city").asText()).isEqualTo("Kiel");
        assertThat(submit("id=" + id + "&stamp=" + stamp(told) + "&city=Bonn")).contains("Kept.");
        assertThat(kept().get("city").asText()).isEqualTo("Bonn");
    }

    @Test
    void addsOneAndNoneTwice() throws Exception {
        String one = "id=" + id + "&name=New&country=Deutschland&channels=&channels=EMAIL&channels=LETTER";
        assertThat(owner.submitAndFollow("/creditors/new", one)).contains("The creditor is there.", "account, address");
        assertThat(kept().get("channels")).extracting(JsonNode::asText).containsExactlyInAnyOrder("EMAIL", "LETTER");
        assertThat(kept().get("country").asText()).isEqualTo("DE");
        assertThat(owner.submitAndFollow("/creditors/new", one)).contains("There is a creditor", "already");
        assertThat(owner.submitAndFollow("/creditors/new", "id=a+b&name=New")).contains("1 to 60 letters");
        assertThat(owner.submitAndFollow("/creditors/new", "")).contains("class=\"wrong\"");
        assertThat(owner.submit("/creditors/one", "").statusCode()).isEqualTo(404);
    }

    @Test
    void isMendedByThoseWhoMaySetAndSeenByThoseWhoMaySee() {
        put("{\"name\": \"Shop\"}");
        for (String name : new String[] {"clerk", "compliance"}) {
            Browser reader = Browser.loggedIn(port, name);
            assertThat(reader.page("/creditors/one?id=" + id).body()).contains("disabled", "Process owners");
            assertThat(reader.page("/creditors").body()).doesNotContain("/creditors/new");
            assertThat(reader.submit("/creditors/one", "id=" + id).statusCode()).isEqualTo(403);
            assertThat(reader.submit("/creditors/new", "id=" + id).statusCode()).isEqualTo(403);
        }
        String stranger = "owner-" + id;
        users.create(new NewUser(
                stranger, stranger, stranger, Role.PROCESS_OWNER, new CreditorScope(false, Set.of("another"))));
        Browser other = Browser.loggedIn(port, stranger);
        assertThat(other.page("/creditors?q=" + id).body()).doesNotContain("one?id=" + id);
        assertThat(other.page("/creditors/one?id=" + id).statusCode()).isEqualTo(404);
        assertThat(other.submit("/creditors/one", "id=" + id + "&stamp=x").statusCode())
                .isEqualTo(404);
        assertThat(other.submitAndFollow("/creditors/new", "id=" + id + "-2&name=New"))
                .contains("somebody who sees all");
    }

    @Test
    void findsThemByPage() {
        for (int i = 0; i < 27; i++) {
            program.put("/api/v1/creditors/" + id + "-" + i, "{\"name\": \"Many %02d %s\"}".formatted(i, id));
        }
        String first = owner.page("/creditors?q=" + id).body();
        assertThat(first).contains("Many 00", "Many 24").doesNotContain("Many 25");
        assertThat(owner.page("/creditors?q=" + id + "&page=1").body())
                .contains("Many 26")
                .doesNotContain("Many 24");
        assertThat(owner.get("/creditors?q=nobody-has-this", "HX-Request", "true")
                        .body())
                .startsWith("<section id=\"results\"")
                .contains("No creditor fits");
        assertThat(owner.page("/creditors?q=%00&page=-3").statusCode()).isEqualTo(200);
    }

    private void put(String settings) {
        var answer = program.put("/api/v1/creditors/" + id, settings);
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    private JsonNode kept() throws Exception {
        return new ObjectMapper()
                .readTree(program.get("/api/v1/creditors/" + id).body());
    }

    private String page() {
        return owner.page("/creditors/one?id=" + id).body();
    }

    private String submit(String form) {
        return owner.submitAndFollow("/creditors/one", form);
    }

    private static String stamp(String page) {
        Matcher found = STAMP.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** What a browser sends of the page as it stands. */
    private static String form(String page) {
        StringBuilder form = new StringBuilder("x=1");
        String body = page.substring(page.indexOf("id=\"creditor\""));
        Matcher input = Pattern.compile("<input [^>]*>").matcher(body);
        while (input.find()) {
            String tag = input.group();
            if (!tag.contains("type=\"checkbox\"") || tag.contains("checked")) {
                add(form, attribute(tag, "name"), attribute(tag, "value"));
            }
        }
        Matcher select =
                Pattern.compile("(?s)<select name=\"([^\"]+)\">(.*?)</select>").matcher(body);
        while (select.find()) {
            Arrays.stream(select.group(2).split("<option"))
                    .filter(option -> option.contains("selected"))
                    .forEach(option -> add(form, select.group(1), attribute(option, "value")));
        }
        Matcher text = Pattern.compile("(?s)<textarea name=\"([^\"]+)\"[^>]*>(.*?)</textarea>")
                .matcher(body);
        while (text.find()) {
            add(form, text.group(1), text.group(2).replace("\n", "\r\n"));
        }
        return form.toString();
    }

    private static void add(StringBuilder form, String name, String value) {
        form.append('&').append(Browser.enc(name)).append('=').append(Browser.enc(value.replace("&amp;", "&")));
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : "";
    }
}

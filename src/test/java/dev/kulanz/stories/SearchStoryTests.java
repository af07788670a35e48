package dev.kulanz.stories;

import static dev.kulanz.stories.Answers.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kulanz.access.CreditorScope;
import dev.kulanz.access.NewUser;
import dev.kulanz.access.Role;
import dev.kulanz.access.Users;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Cases are found by whatever somebody has at hand of them, the way he writes it. */
@KulanzTest
class SearchStoryTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00");

    private final Map<String, String> names = new HashMap<>();
    private Browser clerk;

    @BeforeEach
    void begin() {
        clerk = Browser.withPassword(port, "clerk", "clerk");
    }

    @Test
    void findsNamesHoweverTheyAreWritten() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        texts.put("Ayşe Demirbaş", List.of("demirbas", "AYSE DEMIRBAŞ"));
        texts.put("Ayse Demirbas", List.of("Demirbaş"));
        texts.put("Karl Böhm", List.of("Boehm", "bohm"));
        texts.put("Karl Boehm", List.of("Böhm", "bohm", "ehm"));
        texts.put("Karl Bohm", List.of("Boehm", "böhm"));
        texts.put("Rita Weiß", List.of("weiss"));
        texts.put("Rita Weiss", List.of("WEIẞ"));
        texts.put("Yıldız Kılıç", List.of("yildiz kilic"));
        texts.put("İbrahim Kaya", List.of("ibrahim"));
        texts.put("Ibrahim Kaya", List.of("İBRAHİM"));
        texts.put("Łukasz Wójcik", List.of("lukasz wojcik"));
        texts.put("Søren Ødegård", List.of("soeren odegard"));
        texts.put("Nguyễn Thị Đào", List.of("nguyen thi dao"));
        texts.put("François Bœuf", List.of("francois boeuf"));
        texts.put("Μαρία Παπαδόπουλος", List.of("ΜΑΡΙΑ ΠΑΠΑΔΟΠΟΥΛΟΣ"));
        texts.put("Дмитрий Шевченко", List.of("ДМИТРИЙ шевч"));
        texts.put("Luca D’Angelo", List.of("d'angelo", "dangelo", "angelo"));
        texts.put("Ina Groß-Bölting", List.of("gross-boelting", "bolting gross"));
        texts.put("Jan Bachmann", List.of("mann"));
        texts.put("Michael Bauer", List.of("michael bau", "auer"));
        texts.put("Eva Müller", List.of("M", "Mü", "e m"));
        texts.forEach(
                (name, of) -> debtor("D" + name.hashCode(), name).owes("RG" + name.hashCode(), "100.00", "2026-10-20"));
        texts.forEach((name, of) ->
                of.forEach(text -> assertThat(names(text)).as(text).contains(name)));
        assertThat(names("demirbaş")).containsExactlyInAnyOrder("Ayşe Demirbaş", "Ayse Demirbas");
        assertThat(names("Boehm")).containsExactlyInAnyOrder("Karl Böhm", "Karl Boehm", "Karl Bohm");
    }

    @Test
    void findsByNumbersAddressesAndSubjects() {
        debtor("KD-00471", "Anna Meier")
                .with("email", "anna.meier@example.org")
                .with("mobile", "0171 2345678")
                .livesAt("Hauptstr. 7", "04177", "Leipzig")
                .with("subject", "Kaffeemaschine Modell 3")
                .owes("RE-2026/0815-77", "149.70", "2026-10-20");
        debtor("KD-9", "Zoe Anders").owes("X-1", "10.00", "2026-10-20");
        for (String text : List.of(
                "RE-2026/0815-77",
                "re-2026/08",
                "RE20260815",
                "0815-77",
                "081577",
                "anna.meier@example.org",
                "Meier@Example",
                "+49 171 2345678",
                "0171 / 234 56 78",
                "0049 (0)171-2345678",
                "(0171) 2345",
                "345678",
                "Hauptstraße 7",
                "hauptstr. 7",
                "HAUPTSTRASSE",
                "04177",
                "leipzig",
                "04177 Leipzig",
                "Kaffeemaschine",
                "KD-00471",
                "kd 471",
                "149,70",
                "149.7 €",
                "Meier Leipzig Kaffee")) {
            assertThat(names(text)).as(text).containsExactly("Anna Meier");
        }
    }

    @Test
    void findsPartsOfTheCaseNumberAndTheReference() {
        StoryDebtor anna = debtor("A", "Anna Meier").owes("R-1", "10.00", "2026-10-20");
        String number = anna.caseNumber();
        String reference = read(clerk.get("/api/v1/cases/" + number), 200)
                .get("paymentReference")
                .asText();
        for (String text : List.of(
                number,
                number.toLowerCase(java.util.Locale.ROOT),
                number.substring(2),
                number.substring(7),
                number.replace("-", ""),
                reference)) {
            assertThat(names(text)).as(text).contains("Anna Meier");
        }
    }

    @Test
    void findsEachWordOrNothing() {
        debtor("A", "Anna Meier").livesAt("Weg 1", "04177", "Leipzig").owes("R-1", "10.00", "2026-10-20");
        assertThat(names("Anna Hamburg")).isEmpty();
        assertThat(names("Leipzig Anna")).containsExactly("Anna Meier");
    }

    @Test
    void bringsWhatFitsBestFirst() {
        debtor("1", "Otto Ort").livesAt("Kranichweg 1", "04177", "Leipzig").owes("Z-1", "10.00", "2026-10-20");
        debtor("2", "Ina Altkranich").owes("Z-2", "10.00", "2026-10-20");
        debtor("3", "Ida Kranich").owes("Z-3", "10.00", "2026-10-20").pays("10.00");
        debtor("4", "Uwe Kranichsteiner").owes("Z-4", "10.00", "2026-10-20");
        debtor("5", "Ada Anders").owes("KRANICH-5", "10.00", "2026-10-20");
        debtor("6", "Eva Eben").owes("KRANICH", "10.00", "2026-10-20");
        debtor("7", "Rolf Kranich").owes("Z-7", "10.00", "2026-10-20");
        assertThat(names("kranich"))
                .containsExactly(
                        "Eva Eben",
                        "Ada Anders",
                        "Rolf Kranich",
                        "Ida Kranich",
                        "Uwe Kranichsteiner",
                        "Ina Altkranich",
                        "Otto Ort");
    }

    @Test
    void bringsWhatFitsBestFirstAmongMoreThanAreShown() {
        StringBuilder file = new StringBuilder(
                "creditor_id,debtor_id,name,street,postcode,city,language,invoice_id,invoice_date,due_date,amount,currency\n");
        for (int i = 0; i < 620; i++) {
            String name = i == 600 ? "Otto Quarz" : i == 601 ? "Uwe Quarzner" : i < 320 ? "Ina Abendquarz" : "Ina Eben";
            names.put("D" + i, name);
            file.append("%s,D%d,%s,Quarzweg 1,04177,Leipzig,de,%s,2026-10-01,2026-10-20,10.00,EUR%n"
                    .formatted(story.creditorId(), i, name, i == 610 ? "QUARZ-" + i : "Z" + i));
        }
        assertThat(clerk.send("/api/v1/open-items/import", "text/csv", file.toString())
                        .statusCode())
                .isEqualTo(200);
        story.now();
        debtor("over", "Ida Quarz").owes("OVER", "10.00", "2026-10-20").pays("10.00");
        assertThat(names("quarz"))
                .startsWith(names.get("D610"), "Otto Quarz", "Ida Quarz", "Uwe Quarzner", "Ina Abendquarz");
        assertThat(names("quarz leipzig")).hasSize(50);
        assertThat(total("quarz")).isEqualTo("300");
        assertThat(total("quarzweg 04177")).isEqualTo("300");
        assertThat(total("quarzner leipzig")).isEqualTo("1");
    }

    @Test
    void knowsWhatHasChangedAtOnce() {
        StoryDebtor anna = debtor("A", "Anna Meier").with("subject", "Fahrrad").owes("R-1", "10.00", "2026-10-20");
        debtor("A", "Anna Neuhaus")
                .with("email", "neu@example.net")
                .with("subject", "Roller")
                .livesAt("Seeweg 4", "20095", "Hamburg")
                .owes("R-1", "10.00", "2026-10-20");
        for (String text : List.of("Neuhaus", "neu@example.net", "Seeweg", "Roller")) {
            assertThat(names(text)).as(text).containsExactly("Anna Neuhaus");
        }
        assertThat(names("Meier")).isEmpty();
        assertThat(names("Fahrrad")).isEmpty();
        anna.owes("R-2", "5.00", "2026-10-21").pays("2.00");
        assertThat(names("13,00")).containsExactly("Anna Neuhaus");
        assertThat(names(story.creditorId() + "-R-2")).containsExactly("Anna Neuhaus");
    }

    @Test
    void findsNothingByWhatIsNoText() {
        debtor("A", "Anna Meier").owes("R-1", "10.00", "2026-10-20");
        for (String text :
                List.of("%", "_", "\\", "%%%", "' or '1'='1", "\\%", "\u0000", "\u202e", "...", "\ud83d\ude00")) {
            assertThat(names(text)).as(text).isEmpty();
        }
    }

    @Test
    void findsNothingByMoreThanAnybodyWrites() {
        debtor("A", "aaaaaaaaaa").owes("R-1", "10.00", "2026-10-20");
        assertThat(names("a".repeat(5_000))).isEmpty();
        assertThat(names("a ".repeat(1_000))).isEmpty();
    }

    @Test
    void showsNobodyTheCasesOfOthers() {
        debtor("A", "Kuno Geheim").owes("GH-77", "10.00", "2026-10-20");
        String name = "search-" + story.creditorId();
        users.create(new NewUser(
                name, name, "a long password", Role.CASE_WORKER, new CreditorScope(false, Set.of("nobody-else"))));
        Browser other = Browser.withPassword(port, name, "a long password");
        assertThat(other.get("/api/v1/cases?q=geheim").body()).isEqualTo("[]");
        assertThat(other.get("/api/v1/cases?q=GH-77").body()).isEqualTo("[]");
    }

    /** How many of this story's creditor are found. */
    private String total(String text) {
        return clerk.get("/api/v1/cases?creditorId=" + story.creditorId() + "&q="
                        + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .headers()
                .firstValue("X-Total-Count")
                .orElseThrow();
    }

    private StoryDebtor debtor(String id, String name) {
        names.put(id, name);
        return story.debtor(id).with("name", name);
    }

    /** Of this story's creditor. */
    private List<String> names(String text) {
        JsonNode found = read(
                clerk.get("/api/v1/cases?creditorId=" + story.creditorId() + "&q="
                        + URLEncoder.encode(text, StandardCharsets.UTF_8)),
                200);
        return StreamSupport.stream(found.spliterator(), false)
                .map(one -> names.get(one.get("debtorId").asText()))
                .toList();
    }
}

package dev.kulanz.stories;

import static dev.kulanz.support.Browser.enc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.Users;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each field of each form of the desk, with what can't be meant: the page comes again and says so, and nothing is done. */
@KulanzTest
class HostileFormsTests {

    /** As a browser, or something else, writes them into a form. */
    private static final List<String> NO_TEXTS = List.of(
            "%00",
            "a%00b",
            "a%07",
            "a%1B%5B31m",
            "a%C2%85",
            "%ED%A0%80",
            "a%FF",
            "a%EF%BF%BD",
            "a%EF%BF%BF",
            "x".repeat(100_000));

    private static final List<String> NO_AMOUNTS = List.of(
            "1e150000000",
            "-1e150000000",
            "9".repeat(40),
            "9".repeat(100_000),
            "1000000000000",
            "0.001",
            "0%2C0",
            "-5",
            "NaN",
            "0x10",
            "%D9%A1",
            "1%2C234",
            "%00");

    private static final List<String> NO_DAYS = List.of(
            "20600",
            "0000-01-01",
            "1899-12-31",
            "%2B10000-01-01",
            "%2B999999999-12-31",
            "-999999999-01-01",
            "2026-02-30",
            "2026-11-02T00:00",
            "now",
            "2".repeat(100_000),
            "2026-11-02%00");

    @Autowired
    private Users users;

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00");

    private final StoryDebtor anna = story.debtor("Anna");

    @Test
    void refusesWhatCannotBeMeantInTheFormsOfACase() {
        anna.owes("R-1", "100.00", "2026-10-30");
        anna.book("5.00", "EUR", null);
        Browser clerk = Browser.loggedIn(port, "clerk");
        String file = "/cases/" + anna.caseNumber();
        String before = everything();
        SoftAssertions softly = new SoftAssertions();
        attack(
                softly,
                clerk,
                file + "/payments",
                Map.of(
                        "externalId", "P-1",
                        "amount", "1,00",
                        "valueDate", "2026-11-02",
                        "invoiceId", enc(story.creditorId() + "-R-1"),
                        "reference", "thanks"));
        attack(softly, clerk, file + "/blocks", Map.of("reason", "MANUAL", "until", "2026-12-01", "note", "why"));
        attack(softly, clerk, file + "/notes", Map.of("text", "called"));
        attack(softly, clerk, file + "/follow-up", Map.of("date", "2026-11-20", "reason", "calls"));
        attack(softly, clerk, file + "/promises", Map.of("amount", "1,00", "date", "2026-11-20"));
        attack(
                softly,
                clerk,
                file + "/returns",
                Map.of("externalId", anna.lastPayment(), "reason", "AM04", "valueDate", "2026-11-02"));
        assertThat(everything()).isEqualTo(before);
        softly.assertAll();
    }

    @Test
    void refusesWhatCannotBeMeantInTheFormsOfUsers() {
        Browser admin = Browser.loggedIn(port, "admin");
        String name = "user-" + UUID.randomUUID();
        admin.submitAndFollow("/users", "name=" + name + "&displayName=New&role=CASE_WORKER&scope=all");
        assertThat(users.find(name)).as("the right form").isPresent();
        String before = everything();
        SoftAssertions softly = new SoftAssertions();
        attack(
                softly,
                admin,
                "/users",
                Map.of(
                        "name", "user-" + UUID.randomUUID(),
                        "displayName", "New",
                        "role", "CASE_WORKER",
                        "scope", "all"));
        softly.assertAll();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void refusesWhatCannotBeMeantInTheFormsOfCreditors() {
        Browser owner = Browser.loggedIn(port, "owner");
        Map<String, String> right = new LinkedHashMap<>(Map.of(
                "id", "shop-" + UUID.randomUUID(),
                "name", "Shop",
                "street", "Weg 1",
                "postcode", "10115",
                "city", "Berlin",
                "country", "DE",
                "email", "shop%40example.com",
                "phone", "030123",
                "legalNotice", "Berlin",
                "accounts%5B0%5D.name", "Shop"));
        right.put("website", "https://shop.example");
        right.put("privacyUrl", "https://shop.example");
        right.put("accounts%5B0%5D.iban", "DE75512108001245126199");
        String before = everything();
        SoftAssertions softly = new SoftAssertions();
        attack(softly, owner, "/creditors/new", right);
        softly.assertAll();
        assertThat(everything()).isEqualTo(before);
    }

    private void attack(SoftAssertions softly, Browser who, String path, Map<String, String> right) {
        String csrf = "_csrf=" + enc(who.csrf());
        right.keySet().forEach(field -> hostile(field).forEach(bad -> {
            Map<String, String> values = new LinkedHashMap<>(right);
            values.put(field, bad);
            String form = values.entrySet().stream()
                    .map(one -> one.getKey() + "=" + one.getValue())
                    .collect(Collectors.joining("&", "", "&" + csrf));
            HttpResponse<String> answer = who.form(path, form);
            String about = path + " " + field + " = " + bad.substring(0, Math.min(40, bad.length()));
            softly.assertThat(answer.statusCode()).as(about).isIn(302, 400, 422);
            String page = answer.statusCode() == 302 ? who.after(answer) : "";
            // the form of a return is below the payment that it names
            if (answer.statusCode() == 302 && !(path.endsWith("/returns") && field.equals("externalId"))) {
                softly.assertThat(page).as(about).contains("class=\"wrong\"").doesNotContain("class=\"done\"");
            }
        }));
    }

    private static List<String> hostile(String field) {
        return switch (field) {
            case "amount" -> NO_AMOUNTS;
            case "valueDate", "until", "date" -> NO_DAYS;
            default -> NO_TEXTS;
        };
    }

    private String everything() {
        return Stream.of("journal", "payment", "payment_return", "promise", "block", "follow_up", "app_user")
                .map(table -> table + " "
                        + stories.jdbc()
                                .sql("select count(*) from " + table)
                                .query(Long.class)
                                .single())
                .toList()
                .toString();
    }
}

package dev.kulanz.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.access.NewUser;
import dev.kulanz.access.Role;
import dev.kulanz.access.User;
import dev.kulanz.access.Users;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@KulanzTest
class UsersPageTests {

    private static final CreditorScope ONE = new CreditorScope(false, Set.of("ACME"));

    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    @Autowired
    private JdbcClient jdbc;

    private final String name = "user-" + UUID.randomUUID();
    private Browser admin;

    @BeforeEach
    void aClerkOfOneCreditor() {
        users.create(new NewUser(name, "Erika", name, Role.CASE_WORKER, ONE));
        admin = Browser.loggedIn(port, "admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "role=ADMIN&scope=all&displayName=",
                "role=ADMIN&scope=all",
                "role=ADMIN&scope=all&displayName=%20",
                "role=ADMIN&scope=all&displayName=a%EF%BF%BFb%0Ac",
                "role=ADMIN&scope=some&displayName=Erika",
                "role=ADMIN&scope=some&creditors=no+id&displayName=Erika",
                "role=ADMIN&scope=some&creditors=ACME&creditors=b%0Ac&displayName=Erika",
                "role=KING&scope=all&displayName=New",
                "scope=all&displayName=New",
                "role=ADMIN&displayName=New",
                "role=ADMIN&scope=everything&displayName=New",
                "role=ADMIN&role=CASE_WORKER&scope=&displayName=New",
                "role=COMPLIANCE&role=ADMIN&scope=all&displayName=New",
                "role=COMPLIANCE&scope=some&creditors=ACME&creditors=no-such-creditor&displayName=New",
                "role=COMPLIANCE&scope=all&displayName=%EF%BB%BF"
            })
    void changesNothingWhenItRefuses(String form) {
        String page = admin.submitAndFollow("/users/" + name, form);
        assertThat(user()).isEqualTo(new User(name, "Erika", Role.CASE_WORKER, ONE, true));
        assertThat(changes()).isZero();
        assertThat(page).contains("<details open=\"open\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "role=ADMIN&scope=all&displayName=a%00b",
                "role=ADMIN&scope=some&creditors=a%00b&displayName=Erika",
                "role=ADMIN&scope=all&displayName=Erika&x=%00"
            })
    void changesNothingWhenAParameterIsNoText(String form) {
        assertThat(admin.submit("/users/" + name, form).statusCode()).isEqualTo(400);
        assertThat(user().role()).isEqualTo(Role.CASE_WORKER);
    }

    @Test
    void changesNothingWhenTheNameIsTooLong() {
        admin.submitAndFollow("/users/" + name, "role=ADMIN&scope=all&displayName=" + "x".repeat(100_000));
        assertThat(user().role()).isEqualTo(Role.CASE_WORKER);
        assertThat(user().displayName()).isEqualTo("Erika");
    }

    @Test
    void showsEveryErrorAtItsFieldAndWhatWasTyped() {
        String page =
                admin.submitAndFollow("/users/" + name, "role=COMPLIANCE&scope=some&creditors=no+id&displayName=");
        assertThat(page).contains("<details open=\"open\">");
        String shown = page.substring(page.indexOf("change-" + name));
        shown = shown.substring(0, shown.indexOf("</form>"));
        assertThat(shown)
                .contains("value=\"COMPLIANCE\" selected=\"selected\"", "value=\"some\" selected=\"selected\"")
                .containsPattern("(?s)name=\"displayName\".*?class=\"wrong\".*?name=\"role\"")
                .containsPattern("(?s)name=\"scope\".*?class=\"wrong\"");
    }

    @Test
    void changesAllAtOnceWhenAllIsRight() {
        admin.submitAndFollow("/users/" + name, "role=PROCESS_OWNER&scope=all&displayName=Erika+M.");
        assertThat(user()).isEqualTo(new User(name, "Erika M.", Role.PROCESS_OWNER, CreditorScope.ALL, true));
    }

    @Test
    void keepsTheLastAdminAndEverythingElseOfTheForm() {
        User before = users.find("admin").orElseThrow();
        admin.submitAndFollow("/users/admin", "role=CASE_WORKER&scope=some&creditors=ACME&displayName=Nobody");
        assertThat(users.find("admin")).contains(before);
    }

    @Test
    void makesNobodyWhenItRefuses() {
        String other = "user-" + UUID.randomUUID();
        for (String form : new String[] {
            "role=ADMIN&scope=some", "role=ADMIN&scope=some&creditors=no+id", "role=KING&scope=all", "scope=all"
        }) {
            admin.submitAndFollow("/users", "name=" + other + "&displayName=New&" + form);
            assertThat(users.find(other)).as(form).isEmpty();
        }
        String page = admin.submitAndFollow("/users", "name=er+ika&displayName=&role=KING&scope=some");
        assertThat(page).contains("value=\"er ika\"").containsPattern("(?s)name=\"name\".*?class=\"wrong\"");
    }

    @ParameterizedTest
    @CsvSource({"%F0%9F%AB%A9, OK", "%E2%80%AEakirE, Darin stehen Zeichen", "a%0Ab, Ein Name steht in einer Zeile"})
    void saysInGermanWhatIsWrongWithANameToSee(String displayName, String said) {
        String page = german("/users/" + name, "role=CASE_WORKER&scope=all&displayName=" + displayName);
        if (said.equals("OK")) {
            assertThat(user().displayName()).isEqualTo("\ud83e\udee9");
        } else {
            assertThat(page).contains(said);
        }
    }

    @Test
    void saysInGermanHowLongANameIs() {
        assertThat(german("/users/" + name, "role=CASE_WORKER&scope=all&displayName=" + "x".repeat(141)))
                .contains("Ein Name hat bis zu 140 Zeichen");
    }

    @ParameterizedTest
    @CsvSource({
        "name=er+ika&displayName=&role=CASE_WORKER&scope=all, Ein Benutzername hat 1 bis 60",
        "name=clerk&displayName=&role=CASE_WORKER&scope=all, schon",
        "name=x&displayName=&role=CASE_WORKER&scope=some&creditors=no+id, Gl\u00e4ubiger"
    })
    void saysInGermanWhyNobodyIsMade(String form, String said) {
        assertThat(german("/users", form)).contains(said);
    }

    @Test
    void saysInGermanThatSomebodyIsTheLastAdmin() {
        assertThat(german("/users/admin", "role=CASE_WORKER&scope=all&displayName=Admin"))
                .contains("Administrator");
    }

    @Test
    void takesAsManyCreditorsAsThereMayBe() {
        String form =
                IntStream.range(0, 3_000).mapToObj(i -> "&creditors=C" + i).collect(Collectors.joining());
        // they are all read, and told to be none
        assertThat(admin.submitAndFollow("/users/" + name, "role=CASE_WORKER&scope=some&displayName=Erika" + form))
                .contains("There is no creditor");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "ADMIN", "Admin", "aDMIN", "CLERK"})
    void makesNobodyWhoseNameIsAlmostThatOfSomebodyElseOrAPlace(String other) {
        admin.submitAndFollow("/users", "name=" + other + "&displayName=&role=CASE_WORKER&scope=all");
        assertThat(users.find(other)).isEmpty();
    }

    private String german(String path, String form) {
        return Browser.loggedIn(port, "admin").inGerman().submitAndFollow(path, form);
    }

    private User user() {
        return users.find(name).orElseThrow();
    }

    private long changes() {
        return jdbc.sql("select count(*) from journal where facts ->> 'user' = :user and kind <> 'UserCreated'")
                .param("user", name)
                .query(Long.class)
                .single();
    }
}

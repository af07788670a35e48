package dev.kulanz.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kulanz.shared.Refusal;
import dev.kulanz.support.KulanzTest;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@KulanzTest
@Transactional
class UsersTests {

    private static final CreditorScope TWO = new CreditorScope(false, Set.of("ACME", "BETA"));

    @Autowired
    private Users users;

    @Autowired
    private UserTable table;

    @Autowired
    private PasswordCheck passwords;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void keepsWhatItWasTold() {
        users.create(new NewUser("erika", "Erika", "correct horse", Role.CASE_WORKER, TWO));
        assertThat(users.find("erika")).contains(new User("erika", "Erika", Role.CASE_WORKER, TWO, true));
        assertThat(passwords.matches("erika", "correct horse")).isTrue();
        assertThat(passwords.matches("erika", "wrong horse")).isFalse();
    }

    @Test
    void keepsNoPasswordButItsHash() {
        users.create(new NewUser("erika", "Erika", "correct horse", Role.CASE_WORKER, TWO));
        assertThat(table.find("erika").orElseThrow().passwordHash())
                .startsWith("{bcrypt}")
                .doesNotContain("horse");
        assertThat(jdbc.sql("select count(*) from journal where facts::text like '%horse%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesANameThatIsTaken() {
        users.create(new NewUser("erika", "Erika", "correct horse", Role.CASE_WORKER, TWO));
        assertThatThrownBy(() -> users.create(new NewUser("erika", "Other", "correct horse", Role.PROCESS_OWNER, TWO)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("already");
        assertThat(users.find("erika").orElseThrow().role()).isEqualTo(Role.CASE_WORKER);
    }

    @Test
    void refusesNamesAndCreditorsThatCannotBe() {
        assertThatThrownBy(() -> new NewUser("er ika", "", "x", Role.ADMIN, TWO))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> users.create(new NewUser(
                        "erika", "", "correct horse", Role.ADMIN, new CreditorScope(false, Set.of("all creditors")))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void makesNobodyAnAdminOfSomeCreditors() {
        assertLimitedAdminIsRefused(() -> users.create(new NewUser("erika", "", "correct horse", Role.ADMIN, TWO)));
        assertThat(users.find("erika")).isEmpty();
        users.create(new NewUser("erika", "Erika", "correct horse", Role.CASE_WORKER, TWO));
        assertLimitedAdminIsRefused(() -> users.changeRole("erika", Role.ADMIN));
        assertThat(users.find("erika").orElseThrow().role()).isEqualTo(Role.CASE_WORKER);
        assertLimitedAdminIsRefused(() -> users.changeScope("admin", TWO));
        assertThat(users.find("admin").orElseThrow().scope()).isEqualTo(CreditorScope.ALL);
    }

    private static void assertLimitedAdminIsRefused(ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.errors())
                        .extracting("field")
                        .containsExactly("scope"))
                .hasMessageContaining("An admin sees all creditors");
    }

    @Test
    void makesAnAdminOfWhoSeesAllCreditors() {
        users.create(new NewUser("erika", "Erika", "correct horse", Role.CASE_WORKER, TWO));
        users.changeScope("erika", CreditorScope.ALL);
        users.changeRole("erika", Role.ADMIN);
        assertThat(users.find("erika").orElseThrow().role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void letsTheLastAdminNeitherGoNorStepDown() {
        assertThatThrownBy(() -> users.disable("admin"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("last admin");
        assertThatThrownBy(() -> users.changeRole("admin", Role.CASE_WORKER)).isInstanceOf(Refusal.class);
        assertThat(users.find("admin").orElseThrow().role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void letsAnAdminGoWhenThereIsAnother() {
        users.create(new NewUser("second", "", "correct horse", Role.ADMIN, CreditorScope.ALL));
        users.disable("admin");
        assertThat(users.find("admin").orElseThrow().enabled()).isFalse();
        assertThatThrownBy(() -> users.disable("second")).isInstanceOf(Refusal.class);
    }

    @Test
    void letsNobodyInWhoIsDisabled() {
        users.create(new NewUser("erika", "Erika", "correct horse", Role.CASE_WORKER, TWO));
        assertThat(passwords.matches("erika", "correct horse")).isTrue();
        users.disable("erika");
        assertThat(passwords.matches("erika", "correct horse")).isFalse();
        users.enable("erika");
        assertThat(passwords.matches("erika", "correct horse")).isTrue();
    }

    @Test
    void forgetsTheOldPasswordAtOnce() {
        users.create(new NewUser("erika", "Erika", "correct horse", Role.CASE_WORKER, TWO));
        assertThat(passwords.matches("erika", "correct horse")).isTrue();
        users.resetPassword("erika", "better battery");
        assertThat(passwords.matches("erika", "correct horse")).isFalse();
        assertThat(passwords.matches("erika", "better battery")).isTrue();
    }

    @Test
    void journalsEachChangeOnce() {
        users.create(new NewUser("erika", "Erika", "correct horse", Role.CASE_WORKER, TWO));
        users.changeRole("erika", Role.PROCESS_OWNER);
        users.changeRole("erika", Role.PROCESS_OWNER);
        users.changeScope("erika", CreditorScope.ALL);
        users.changeDisplayName("erika", "Erika M.");
        users.resetPassword("erika", "better battery");
        users.disable("erika");
        users.enable("erika");
        assertThat(kindsAbout("erika"))
                .containsExactly(
                        "UserCreated",
                        "UserRoleChanged",
                        "UserScopeChanged",
                        "UserRenamed",
                        "UserPasswordReset",
                        "UserDisabled",
                        "UserEnabled");
    }

    private List<String> kindsAbout(String user) {
        return jdbc.sql("select kind from journal where facts ->> 'user' = :user order by id")
                .param("user", user)
                .query(String.class)
                .list();
    }
}

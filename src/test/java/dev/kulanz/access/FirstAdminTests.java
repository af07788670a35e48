package dev.kulanz.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.KulanzTest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@KulanzTest
@Transactional
@ExtendWith(OutputCaptureExtension.class)
class FirstAdminTests {

    private static final Pattern PASSWORD = Pattern.compile("password\\s+(\\S{20})");

    @Autowired
    private Users users;

    @Autowired
    private PasswordCheck passwords;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void changesNothingWhereThereIsOne(CapturedOutput console) {
        new FirstAdmin(users, "another password").makeSureThereIsOne();
        assertThat(passwords.matches("admin", "another password")).isFalse();
        assertThat(console).doesNotContain("password");
    }

    @Test
    void getsThePasswordOfTheOperatorAndPrintsNothing(CapturedOutput console) {
        nobodyIsThere();
        new FirstAdmin(users, "from outside").makeSureThereIsOne();
        assertThat(passwords.matches("admin", "from outside")).isTrue();
        assertThat(users.find("admin").orElseThrow().role()).isEqualTo(Role.ADMIN);
        assertThat(console).doesNotContain("from outside");
    }

    @Test
    void getsAPasswordThatIsPrintedOnce(CapturedOutput console) {
        nobodyIsThere();
        var first = new FirstAdmin(users, "");
        first.makeSureThereIsOne();
        Matcher printed = PASSWORD.matcher(console);
        assertThat(printed.find()).isTrue();
        assertThat(passwords.matches("admin", printed.group(1))).isTrue();

        first.makeSureThereIsOne();
        assertThat(printed.find()).as("printed again").isFalse();
    }

    @Test
    void comesBackWhenAllAdminsWereDisabled() {
        jdbc.sql("update app_user set enabled = false where role = 'ADMIN'").update();
        new FirstAdmin(users, "from outside").makeSureThereIsOne();
        assertThat(passwords.matches("admin", "from outside")).isTrue();
    }

    @Test
    void seesAllCreditorsAlsoWhereHeSawSomeBefore() {
        jdbc.sql("update app_user set enabled = false, all_creditors = false where role = 'ADMIN'")
                .update();
        new FirstAdmin(users, "from outside").makeSureThereIsOne();
        assertThat(passwords.matches("admin", "from outside")).isTrue();
        assertThat(users.find("admin").orElseThrow().scope().all()).isTrue();
        jdbc.sql(
                        "update app_user set enabled = false, all_creditors = false, role = 'CASE_WORKER' where username = 'admin'")
                .update();
        new FirstAdmin(users, "from outside").makeSureThereIsOne();
        assertThat(users.find("admin").orElseThrow().role()).isEqualTo(Role.ADMIN);
    }

    private void nobodyIsThere() {
        jdbc.sql("delete from app_user").update();
    }
}

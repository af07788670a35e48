package dev.kulanz.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Wire;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Strangers guess passwords at the real port, from several addresses of this machine. */
@KulanzTest
class GuessingTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void doesNotLockOutWhoHasThePasswordAndWasHereBefore() throws IOException {
        String name = newUser();
        assertThat(status("127.0.0.2", name, name)).isEqualTo(200);
        users.resetPassword(name, "another one"); // so that no check is remembered
        for (int i = 0; i < 30; i++) {
            status("127.0.0.3", name, "wrong" + i);
        }
        assertThat(status("127.0.0.3", name, "another one")).isEqualTo(429);
        assertThat(status("127.0.0.2", name, "another one")).isEqualTo(200);
    }

    @Test
    void doesNotLockOutWhoHasThePasswordEvenWhenGuessesComeFromHisOwnAddress() throws IOException {
        String name = newUser();
        assertThat(status("127.0.0.4", name, name)).isEqualTo(200);
        users.resetPassword(name, "another one");
        for (int i = 0; i < 15; i++) {
            assertThat(status("127.0.0.4", name, "wrong" + i)).isIn(401, 429);
        }
        assertThat(status("127.0.0.4", name, "one more")).isEqualTo(429);
        assertThat(status("127.0.0.4", name, "another one")).isEqualTo(200);
    }

    @Test
    void boundsWhatManyAddressesGuessAtOneAccount() throws IOException {
        String name = newUser();
        int looked = 0;
        for (int i = 10; i < 50; i++) {
            looked += status("127.0.1." + i, name, "wrong") == 401 ? 1 : 0;
        }
        assertThat(looked).isLessThanOrEqualTo(10);
    }

    @Test
    void boundsWhatOneAddressGuessesAtManyAccounts() throws IOException {
        int looked = 0;
        for (int i = 0; i < 30; i++) {
            looked += status("127.0.0.5", "nobody-" + UUID.randomUUID(), "wrong") == 401 ? 1 : 0;
        }
        assertThat(looked).isLessThanOrEqualTo(10);
        assertThat(status("127.0.0.6", "nobody", "wrong")).isEqualTo(401);
    }

    @Test
    void boundsWhatManyAddressesGuessAtOneAccountAtOnce() {
        String name = newUser();
        List<Integer> answers = atOnce(60, i -> status("127.0.4." + (i + 1), name, "wrong"));
        assertThat(answers).containsOnly(401, 429);
        assertThat(answers.stream().filter(answer -> answer == 401)).hasSizeBetween(1, 10);
    }

    @Test
    void boundsWhatOneAddressGuessesAtManyAccountsAtOnce() {
        List<Integer> answers = atOnce(60, i -> status("127.0.5.1", "nobody-" + UUID.randomUUID(), "wrong"));
        assertThat(answers).containsOnly(401, 429);
        assertThat(answers.stream().filter(answer -> answer == 401)).hasSizeBetween(1, 10);
    }

    @Test
    void letsAProgramBeginWithManyAtOnce() {
        String name = newUser();
        assertThat(atOnce(40, i -> status("127.0.7.1", name, name))).containsOnly(200);
    }

    @Test
    void slowsDownNobodyWhoComesOftenWithTheRightPassword() throws IOException {
        String name = newUser();
        for (int i = 10; i < 30; i++) {
            assertThat(status("127.0.6." + i, name, name)).isEqualTo(200);
        }
        for (int i = 0; i < 20; i++) {
            String other = newUser();
            assertThat(status("127.0.6.1", other, other)).isEqualTo(200);
        }
    }

    @Test
    void saysWhenToTryAgain() throws IOException {
        String name = newUser();
        for (int i = 0; i < 12; i++) {
            status("127.0.0.7", name, "wrong");
        }
        try (Wire wire = Wire.from("127.0.0.7", port)) {
            String head = ask(wire, name, "wrong");
            assertThat(head).startsWith("HTTP/1.1 429").containsPattern("(?i)Retry-After: [1-9]\\d*");
        }
    }

    @Test
    void remembersWhereSomebodyWasForAMonthAndNoMoreThanTwentyPlaces() throws IOException {
        String name = newUser();
        for (int i = 10; i < 40; i++) {
            status("127.0.2." + i, name, name);
        }
        assertThat(jdbc.sql("select count(*) from known_place where username = :name")
                        .param("name", name)
                        .query(Long.class)
                        .single())
                .isEqualTo(20);
    }

    @Test
    void forgetsTheAddressesOfEverybodyAfterAMonth() throws IOException {
        String gone = newUser();
        jdbc.sql(
                        "insert into known_place (username, place, seen_at) values (:name, '10.1.1.1', now() - interval '31 days')")
                .param("name", gone)
                .update();
        String name = newUser();
        assertThat(status("127.0.7.1", name, name)).isEqualTo(200);
        assertThat(jdbc.sql("select place from known_place where username = :name")
                        .param("name", gone)
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {61, 1_000, 5_000})
    void takesNoNameThatNobodyCanHave(int length) throws IOException {
        for (int i = 0; i < 15; i++) {
            assertThat(status("127.0.0.8", "x".repeat(length) + i, "wrong")).isEqualTo(401);
        }
    }

    @Test
    void takesNoNameOrPasswordOfMegabytesAtTheLoginPage() {
        assertThat(Browser.anonymous(port).logIn("x".repeat(900_000), "wrong").statusCode())
                .isEqualTo(413);
        assertThat(Browser.anonymous(port).logIn("clerk", "x".repeat(900_000)).statusCode())
                .isEqualTo(413);
        assertThat(Browser.location(Browser.anonymous(port).logIn("x".repeat(9_000), "wrong")))
                .endsWith("/login?wrong");
    }

    private int status(String from, String user, String password) throws IOException {
        try (Wire wire = Wire.from(from, port)) {
            return Integer.parseInt(ask(wire, user, password).substring(9, 12));
        }
    }

    private interface Asking {

        int status(int number) throws IOException;
    }

    private static List<Integer> atOnce(int times, Asking asking) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            CountDownLatch start = new CountDownLatch(times);
            List<Callable<Integer>> all = IntStream.range(0, times)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        start.countDown();
                        start.await();
                        return asking.status(i);
                    })
                    .toList();
            return threads.invokeAll(all).stream().map(GuessingTests::result).toList();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static int result(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static String ask(Wire wire, String user, String password) throws IOException {
        return wire.head(
                        "GET /api/v1/creditors?size=1 HTTP/1.1",
                        "Host: localhost",
                        Wire.basic(user, password),
                        "Connection: close")
                .answer();
    }

    private String newUser() {
        String name = "user-" + UUID.randomUUID();
        users.create(new NewUser(name, "", name, Role.CASE_WORKER, CreditorScope.ALL));
        return name;
    }
}

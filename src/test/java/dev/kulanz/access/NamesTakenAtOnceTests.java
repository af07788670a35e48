package dev.kulanz.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kulanz.shared.Refusal;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.LockWaiters;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two admins make a user at the same instant, and mean the same name by it. */
@KulanzTest
class NamesTakenAtOnceTests {

    @Autowired
    private Users users;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final String name = "at-once-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void belongToOneUserInWhateverCase() {
        CompletableFuture<Void> other = transaction.execute(status -> {
            users.create(user(name));
            var running = CompletableFuture.runAsync(() -> users.create(user(name.toUpperCase(java.util.Locale.ROOT))));
            LockWaiters.until(1, jdbc, running);
            return running;
        });
        assertThatThrownBy(other::join).hasCauseInstanceOf(Refusal.class).hasMessageContaining("already");
        assertThat(users.list())
                .extracting(User::name)
                .filteredOn(name::equalsIgnoreCase)
                .containsExactly(name);
    }

    private static NewUser user(String name) {
        return new NewUser(name, "", "correct horse", Role.CASE_WORKER, CreditorScope.ALL);
    }
}

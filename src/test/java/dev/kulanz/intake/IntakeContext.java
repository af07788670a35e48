package dev.kulanz.intake;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.access.CurrentUser;
import dev.kulanz.access.Role;
import dev.kulanz.access.User;
import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jdbc.JdbcRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The beans that the import needs, and a clock that stands on Sunday, 22 November 2026, noon in Berlin. Not annotated as
 * a configuration, so that the scan of the whole application passes it by.
 */
@AutoConfigurationPackage(basePackages = "dev.kulanz.receivables")
@ComponentScan(
        basePackages = {"dev.kulanz.intake", "dev.kulanz.receivables", "dev.kulanz.journal"},
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {OpenAndSettle.class, TakeOver.class}))
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcRepositoriesAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
class IntakeContext {

    static final Instant NOW = Instant.parse("2026-11-22T11:00:00Z");

    @Bean
    BusinessClock clock() {
        BusinessClock clock = new BusinessClock(Clock.systemUTC());
        clock.standAt(NOW);
        return clock;
    }

    @Bean
    BusinessCalendar businessCalendar() {
        return new BusinessCalendar();
    }

    @Bean
    FlywayMigrationStrategy fromScratch() {
        return flyway -> {
            flyway.clean();
            flyway.migrate();
        };
    }

    @Bean
    CurrentUser everyone() {
        return new CurrentUser() {
            @Override
            public String name() {
                return "system";
            }

            @Override
            public CreditorScope scope() {
                return CreditorScope.ALL;
            }

            @Override
            public boolean has(Role role) {
                return true;
            }

            @Override
            public Optional<User> user() {
                return Optional.empty();
            }
        };
    }

    @Bean
    Portfolio portfolio(JdbcClient jdbc, Imports imports) {
        return new Portfolio(jdbc, imports);
    }

    @Bean
    ToldAccounts toldAccounts() {
        return new ToldAccounts();
    }

    /** Everybody is at the beginning, three days after the oldest due date: ladders are not for the import to know. */
    @Bean
    NextSteps everybodyBegins(JdbcClient jdbc) {
        return (last, creditor) -> {
            Map<UUID, NextSteps.NextStep> next = new HashMap<>();
            jdbc.sql("""
                            select account_id, min(due_date) + 3 as day from open_item where creditor_id = :creditor
                            group by account_id""").param("creditor", creditor).query((ResultSet row) -> {
                next.put(
                        row.getObject("account_id", UUID.class),
                        new NextSteps.NextStep(
                                "friendly-reminder",
                                BusinessCalendar.opening(row.getObject("day", LocalDate.class)),
                                "EMAIL",
                                null));
            });
            return next;
        };
    }

    /** Remembers which accounts the import told of. */
    static class ToldAccounts implements AfterImport {

        final List<UUID> accounts = new ArrayList<>();

        @Override
        public void accountsChanged(Collection<UUID> accountIds) {
            accounts.addAll(accountIds);
        }

        @Override
        public void accountsTried(Collection<UUID> accountIds) {
            accounts.addAll(accountIds);
        }

        @Override
        public void personsBlocked(Collection<UUID> blockIds) {}

        @Override
        public void personsFreed(Collection<UUID> blockIds) {}

        @Override
        public void committed() {}

        @Override
        public void dueDatesMoved(Collection<UUID> itemIds) {}

        @Override
        public void remindersTakenOver(Collection<UUID> accountIds) {}
    }
}

package dev.kulanz.support;

import dev.kulanz.Kulanz;
import dev.kulanz.journey.model.UncheckedModels;
import dev.kulanz.storage.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The whole application on real PostgreSQL with its real web server, one for all tests that say no more than this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Kulanz.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@ContextConfiguration(initializers = KulanzTest.Database.class)
@Import({TestModules.class, Stories.class, UncheckedModels.class})
public @interface KulanzTest {

    /** Gives the application a database of its own. */
    final class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "kulanz.db.url=" + TestPostgres.emptyDatabase(),
                            "kulanz.demo.portfolio=none",
                            "kulanz.home=" + home(),
                            // nothing happens behind a test's back: who wants something done moves time
                            "kulanz.journey.ticker=false",
                            "kulanz.watch.kept=0s", // each look is a new one
                            // however slow the machine is, a story sees its figures of this moment
                            "kulanz.desk.figures-at-once=PT1M",
                            "kulanz.handover.agency=Nordwind Inkasso, Hafenstraße 3, 20457 Hamburg",
                            "management.prometheus.metrics.export.enabled=true")
                    .applyTo(context);
        }

        private static Path home() {
            try {
                return Files.createTempDirectory("kulanz-home");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

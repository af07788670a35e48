package dev.kulanz.intake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Tests the import on real PostgreSQL, with only the beans it needs. The database is named by the system property
 * {@code kulanz.test.intake-db}, and is emptied before each test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = IntakeContext.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.datasource.url=${kulanz.test.intake-db:jdbc:postgresql://localhost:55432/intake}"
                    + "?reWriteBatchedInserts=true",
            "spring.datasource.username=kulanz",
            "spring.datasource.password=",
            "spring.flyway.clean-disabled=false"
        })
@interface IntakeTest {}

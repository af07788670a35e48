package dev.kulanz.support;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of the whole application have beside it. */
@TestConfiguration(proxyBeanMethods = false)
public class TestModules {

    @Bean
    TestCases testCases(JdbcClient jdbc) {
        return new TestCases(jdbc);
    }

    /** Remembers which elements of the diagrams were passed. */
    @Bean
    PassedElements passedElements() {
        return new PassedElements();
    }

    /** An expression that is evaluated leaves a trace here. */
    @Bean
    Tripwire tripwire() {
        return new Tripwire();
    }

    /** A delegate, so that expressions see it. */
    public static class Tripwire implements JavaDelegate {

        private final AtomicInteger touches = new AtomicInteger();

        public String touch() {
            touches.incrementAndGet();
            return "touched";
        }

        public int touches() {
            return touches.get();
        }

        @Override
        public void execute(DelegateExecution execution) {
            touch();
        }
    }
}

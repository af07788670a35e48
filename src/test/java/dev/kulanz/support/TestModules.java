package dev.kulanz.support;

import dev.kulanz.journey.engine.CaseTenants;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What tests put in the place of modules, or beside them. */
@TestConfiguration(proxyBeanMethods = false)
public class TestModules {

    /** Business keys of tests: {@code of-ACME-1} is a case of the creditor ACME. */
    @Bean
    @Primary
    CaseTenants testTenants(@Qualifier("caseCreditors") CaseTenants ofRealCases) {
        return caseNumber -> caseNumber.startsWith("of-")
                ? caseNumber.substring(3, caseNumber.lastIndexOf('-'))
                : ofRealCases.creditorOf(caseNumber);
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

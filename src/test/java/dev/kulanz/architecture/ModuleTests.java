package dev.kulanz.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kulanz.Kulanz;
import dev.kulanz.architecture.twin.TwinApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** Each module uses only what it says, and only what others offer. */
class ModuleTests {

    @Test
    void keepsTheArrowsBetweenModules() {
        ApplicationModules modules = ApplicationModules.of(Kulanz.class);
        assertThat(modules.stream().map(ApplicationModule::getIdentifier).map(Object::toString))
                .contains("shared", "journal", "access", "decisions", "receivables", "cases", "intake", "payments")
                .contains("contact", "journey", "demo");
        modules.verify();
    }

    @Test
    void refusesAModuleThatUsesWhatItDoesNotSay() {
        assertThatThrownBy(() -> ApplicationModules.of(TwinApplication.class, location -> true)
                        .verify())
                .isInstanceOf(Violations.class)
                .hasMessageContaining("Module 'low' depends on module 'high'");
    }
}

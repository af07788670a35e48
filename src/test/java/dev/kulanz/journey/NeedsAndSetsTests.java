package dev.kulanz.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.kulanz.journey.model.Delegate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;

/** What delegates say about themselves is what they do. */
class NeedsAndSetsTests {

    private static final JavaClasses JOURNEY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.kulanz.journey");

    @Test
    void nameOnlyVariablesThatADelegateTouchesAndSetsIfItSetsAny() {
        Set<JavaClass> delegates = JOURNEY
                .that(DescribedPredicate.describe(
                        "delegates", type -> type.isAssignableTo(JavaDelegate.class) && !type.isInterface()))
                .stream()
                .collect(Collectors.toSet());
        assertThat(delegates).isNotEmpty();
        for (JavaClass delegate : delegates) {
            Delegate said = ModelNames.delegate(delegate.reflect().getAnnotation(NeedsAndSets.class));
            boolean sets = calls(delegate, "setVariable");
            assertThat(!said.sets().isEmpty()).as(delegate.getSimpleName()).isEqualTo(sets);
            Set<String> named = new HashSet<>(said.needs());
            named.addAll(said.sets());
            assertThat(touched(delegate)).as(delegate.getSimpleName()).containsAll(named);
        }
    }

    private static boolean calls(JavaClass delegate, String method) {
        return delegate.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTarget().getName().equals(method));
    }

    private static Set<String> touched(JavaClass delegate) {
        Set<String> touched = new HashSet<>();
        delegate.getFieldAccessesFromSelf().stream()
                .filter(access -> access.getTargetOwner().isEquivalentTo(CaseVariable.class))
                .forEach(access -> touched.add(
                        CaseVariable.valueOf(access.getTarget().getName()).id()));
        return touched;
    }
}

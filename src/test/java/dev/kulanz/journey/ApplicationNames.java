package dev.kulanz.journey;

import dev.kulanz.journey.model.KnownNames;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** What the application knows, found without starting it. */
public final class ApplicationNames {

    private ApplicationNames() {}

    public static KnownNames read() {
        return ModelNames.namesWith(delegates());
    }

    private static Set<String> delegates() {
        var components = new ClassPathScanningCandidateComponentProvider(false);
        components.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
        return components.findCandidateComponents("dev.kulanz.journey").stream()
                .map(bean -> AnnotationBeanNameGenerator.INSTANCE.generateBeanName(
                        Objects.requireNonNull(bean), new SimpleBeanDefinitionRegistry()))
                .collect(Collectors.toSet());
    }
}

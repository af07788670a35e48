package dev.kulanz.journey;

import dev.kulanz.journey.model.Delegate;
import dev.kulanz.journey.model.KnownNames;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** What the application knows, found without starting it. */
public final class ApplicationNames {

    private ApplicationNames() {}

    public static KnownNames read() {
        return ModelNames.namesWith(delegates());
    }

    private static Map<String, Delegate> delegates() {
        var components = new ClassPathScanningCandidateComponentProvider(false);
        components.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
        return components.findCandidateComponents("dev.kulanz.journey").stream()
                .collect(Collectors.toMap(ApplicationNames::name, ApplicationNames::delegate));
    }

    private static String name(BeanDefinition bean) {
        return AnnotationBeanNameGenerator.INSTANCE.generateBeanName(bean, new SimpleBeanDefinitionRegistry());
    }

    private static Delegate delegate(BeanDefinition bean) {
        Class<?> type = ClassUtils.resolveClassName(
                String.valueOf(bean.getBeanClassName()), ClassUtils.getDefaultClassLoader());
        return ModelNames.delegate(type.getAnnotation(NeedsAndSets.class));
    }
}

package dev.kulanz.journey.engine;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/**
 * The beans that expressions in models see: Java delegates by their names and nothing else, so no data source, environment
 * or service. Looked up when asked for, as delegates need modules that need the engine.
 */
final class DelegateBeans extends AbstractMap<Object, Object> {

    private final BeanFactory beans;

    DelegateBeans(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String text && beans.containsBean(text) && beans.isTypeMatch(text, JavaDelegate.class);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return containsKey(name) ? beans.getBean(String.valueOf(name)) : null;
    }

    /** Empty: nobody may list them. */
    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return Set.of();
    }
}

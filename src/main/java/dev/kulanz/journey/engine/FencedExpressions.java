package dev.kulanz.journey.engine;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.engine.test.mock.MockElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.jspecify.annotations.Nullable;

/**
 * Expressions of models: they read variables and name delegates. From any object there is a way by {@code getClass} to
 * every class, and from an execution to the whole engine; both are closed, so that who deploys a model does not thereby run
 * code of his own on this machine.
 */
final class FencedExpressions extends JuelExpressionManager {

    private static final Set<String> CLOSED = Set.of(
            "class",
            "getClass",
            "processEngine",
            "getProcessEngine",
            "processEngineServices",
            "getProcessEngineServices",
            "bpmnModelInstance",
            "getBpmnModelInstance",
            "bpmnModelElementInstance",
            "getBpmnModelElementInstance");

    FencedExpressions(Map<Object, Object> delegates) {
        super(delegates);
    }

    @Override
    protected ELResolver createElResolver() {
        var resolvers = new CompositeELResolver();
        resolvers.add(new VariableScopeElResolver());
        resolvers.add(new VariableContextElResolver());
        resolvers.add(new MockElResolver());
        resolvers.add(new ReadOnlyMapELResolver(beans));
        resolvers.add(new ArrayELResolver());
        resolvers.add(new ListELResolver());
        resolvers.add(new MapELResolver());
        resolvers.add(new FencedBeans());
        return resolvers;
    }

    private static final class FencedBeans extends BeanELResolver {

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
            if (base != null) {
                refuseClosed(property);
            }
            return super.getValue(context, base, property);
        }

        @Override
        public @Nullable Object invoke(
                ELContext context,
                @Nullable Object base,
                @Nullable Object method,
                Class<?> @Nullable [] types,
                @Nullable Object @Nullable [] parameters) {
            refuseClosed(method);
            return super.invoke(context, base, method, types, parameters);
        }

        private static void refuseClosed(@Nullable Object name) {
            if (name != null && CLOSED.contains(name.toString())) {
                throw new ProcessEngineException("Expressions may not use \"" + name + "\".");
            }
        }
    }
}

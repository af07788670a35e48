package dev.kulanz.journey.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/** What the engine must not do, whatever its settings say. */
@Component
class EngineSafety extends AbstractProcessEnginePlugin {

    /** Seconds. The conditions of a query can be combined so that the database plans for hours. */
    private static final int LONGEST_STATEMENT = 60;

    private final BeanFactory beans;

    EngineSafety(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var delegates = new DelegateBeans(beans);
        engine.setBeans(delegates);
        engine.setExpressionManager(new FencedExpressions(delegates));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setDmnFeelEnableLegacyBehavior(true); // the other FEEL engine is not on the class path; Drools evaluates
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setJdbcStatementTimeout(LONGEST_STATEMENT);
        engine.setCustomPreCommandInterceptorsTxRequired(guards(engine));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(guards(engine));
        engine.setFilterService(new GuardedFilters());
        engine.setCustomPreVariableSerializers(List.of(new TextVariable()));
    }

    /** The first sees how all others, the command and its transaction end. */
    private static List<CommandInterceptor> guards(ProcessEngineConfigurationImpl engine) {
        return List.of(
                new CallersMistakes(engine),
                new QueryGuard(engine),
                new StaffCommands(engine),
                new KeptModels(engine),
                new RefusedAnswers());
    }
}

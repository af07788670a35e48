package dev.kulanz.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.TestModules.Tripwire;
import java.util.ServiceLoader;
import javax.script.ScriptEngineFactory;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What models can reach, and what not. */
@KulanzTest
class EngineSafetyTests {

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private ApplicationContext spring;

    @Autowired
    private Tripwire tripwire;

    @Test
    void showsDelegatesToExpressions() {
        assertThat(evaluate("${tripwire}")).isSameAs(tripwire);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dataSource", "environment", "users", "runtimeService", "processEngine", "userTable"})
    void hidesEveryOtherBean(String bean) {
        if (!bean.equals("processEngine")) {
            assertThat(spring.containsBean(bean)).as("a bean to hide").isTrue();
        }
        assertThatThrownBy(() -> evaluate("${" + bean + "}"))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Cannot resolve identifier '" + bean + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${tripwire.getClass()}",
                "${tripwire.class}",
                "${tripwire['class']}",
                "${''.getClass().forName('java.lang.Runtime')}",
                "${execution.processEngineServices}",
                "${execution.getProcessEngine()}"
            })
    void closesTheWaysOutOfAnExpression(String expression) {
        assertThatThrownBy(() -> evaluate(expression))
                .isInstanceOf(ProcessEngineException.class)
                .rootCause()
                .hasMessageContaining("Expressions may not use");
    }

    @Test
    void leavesOrdinaryExpressionsAlone() {
        assertThat(evaluate("${tripwire.touches() >= 0}")).isEqualTo(true);
        assertThat(evaluate("${1 + 1 == 2 and empty ''}")).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript", "groovy", "feel", "juel", "python"})
    void runsNoScripts(String language) {
        assertThatThrownBy(() -> engine.getCommandExecutorTxRequired()
                        .execute(context -> engine.getScriptingEngines().getScriptEngineForLanguage(language)))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Scripts are switched off");
    }

    @Test
    void hasNoScriptEngineOnTheClassPathButTheEnginesOwn() {
        assertThat(ServiceLoader.load(ScriptEngineFactory.class))
                .extracting(ScriptEngineFactory::getEngineName)
                .containsExactly("juel");
    }

    @Test
    void isSetUpAsDecided() {
        assertThat(engine.isEnsureJobDueDateNotNull()).isTrue();
        assertThat(engine.isJobExecutorAcquireByDueDate()).isTrue();
        assertThat(engine.getFailedJobRetryTimeCycle()).isEqualTo("R5/PT5M");
        assertThat(engine.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(engine.isEnforceHistoryTimeToLive()).isTrue();
        assertThat(engine.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(engine.isAuthorizationEnabled()).isTrue();
        assertThat(engine.isMetricsEnabled()).isFalse();
        assertThat(engine.getDatabaseSchemaUpdate()).isEqualTo("false");
        assertThat(engine.getHistoryLevel()).isInstanceOf(KulanzHistory.class);
        assertThat(engine.getIdGenerator().getNextId()).hasSize(36);
        assertThat(engine.getJobExecutor().isActive())
                .as("in the demo the pump runs jobs")
                .isFalse();
    }

    private Object evaluate(String expression) {
        VariableScope scope = new ExecutionEntity();
        return engine.getCommandExecutorTxRequired().execute(context -> engine.getExpressionManager()
                .createExpression(expression)
                .getValue(scope));
    }
}

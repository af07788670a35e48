package dev.kulanz.journey;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Puts the {@link TaskHook} on every user task of every model. */
@Component
class TaskHookPlugin extends AbstractProcessEnginePlugin {

    private final TaskHook hook;

    TaskHookPlugin(TaskHook hook) {
        this.hook = hook;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        Parsing.watch(engine, new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, hook);
                definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, hook);
                definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, hook);
            }
        });
    }
}

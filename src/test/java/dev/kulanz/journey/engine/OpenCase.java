package dev.kulanz.journey.engine;

import dev.kulanz.support.TestCases;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** A case of the creditor NORTH in the test process: begins before each test, and is gone with the process after it. */
final class OpenCase implements BeforeEachCallback, AfterEachCallback {

    private String deployment = "";
    private String instance = "";
    private String task = "";

    @Override
    public void beforeEach(ExtensionContext test) {
        ApplicationContext beans = SpringExtension.getApplicationContext(test);
        deployment = beans.getBean(RepositoryService.class)
                .createDeployment()
                .addModelInstance("engine-test.bpmn", TestProcess.model())
                .deploy()
                .getId();
        String number = beans.getBean(TestCases.class).of("NORTH");
        instance = beans.getBean(RuntimeService.class)
                .startProcessInstanceByKey(TestProcess.KEY, number, Map.of("step", "first"))
                .getId();
        task = beans.getBean(TaskService.class)
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        SpringExtension.getApplicationContext(test)
                .getBean(RepositoryService.class)
                .deleteDeployment(deployment, true);
    }

    /** The id of its instance. */
    String instance() {
        return instance;
    }

    /** The id of its only task. */
    String task() {
        return task;
    }
}

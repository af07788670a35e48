package dev.kulanz.journey;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

@Component
class TmpDeploy implements SmartInitializingSingleton {
    private final RepositoryService r;

    TmpDeploy(RepositoryService r) {
        this.r = r;
    }

    @Override
    public void afterSingletonsInstantiated() {
        r.createDeployment()
                .name("kulanz")
                .enableDuplicateFiltering(true)
                .addClasspathResource("processes/dunning-journey.bpmn")
                .addClasspathResource("processes/reminder-step.bpmn")
                .addClasspathResource("rules/contact-choice.dmn")
                .deploy();
    }
}

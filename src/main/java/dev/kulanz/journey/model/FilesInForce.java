package dev.kulanz.journey.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceManager;

/**
 * What a deployment that asks for nothing twice is compared with: the files in force. The engine itself compares with the
 * last deployment of the same name and source, and then leaves out a version that somebody else has replaced meanwhile.
 */
class FilesInForce extends ResourceManager {

    @Override
    public Map<String, ResourceEntity> findLatestResourcesByDeploymentName(
            String deploymentName, Set<String> files, String source, String tenantId) {
        Map<String, ResourceEntity> inForce = new HashMap<>();
        if (tenantId == null) { // models of one creditor are refused, not left out
            EngineModels models = EngineModels.ofThisCommand();
            files.forEach(file -> models.fileInForce(file).ifPresent(same -> inForce.put(file, same)));
        }
        Map<String, AskedFiles.Place> places = new HashMap<>();
        inForce.forEach((file, same) -> places.put(file, new AskedFiles.Place(same.getDeploymentId(), same.getName())));
        AskedFiles.note(places);
        return inForce;
    }

    /** Puts it in the place of the engine's own. */
    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return ResourceManager.class;
        }

        @Override
        public Session openSession() {
            return new FilesInForce();
        }
    }
}

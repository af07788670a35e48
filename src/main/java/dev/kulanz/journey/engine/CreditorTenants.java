package dev.kulanz.journey.engine;

import java.util.Objects;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The tenant of an instance is the creditor of its case. Called instances inherit it from their caller in the engine. */
@Component
class CreditorTenants implements TenantIdProvider {

    private final ObjectProvider<CaseTenants> cases;

    CreditorTenants(ObjectProvider<CaseTenants> cases) {
        this.cases = cases;
    }

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
        String caseNumber = businessKeyOf(start);
        CaseTenants known = cases.getIfAvailable();
        return caseNumber == null || known == null ? null : known.creditorOf(caseNumber);
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext evaluation) {
        return evaluation.getExecution() == null
                ? null
                : evaluation.getExecution().getTenantId();
    }

    /**
     * The context of a start has no business key, but the instance is already among those that the present command is about
     * to insert: it is the one of this model that has not taken a first step.
     */
    private static @Nullable String businessKeyOf(TenantIdProviderProcessInstanceContext start) {
        return Context.getCommandContext().getDbEntityManager().getCachedEntitiesByType(ExecutionEntity.class).stream()
                .filter(execution -> execution.isProcessInstanceExecution()
                        && execution.getActivityInstanceId() == null
                        && execution.getTenantId() == null
                        && Objects.equals(
                                execution.getProcessDefinitionId(),
                                start.getProcessDefinition().getId()))
                .map(ExecutionEntity::getBusinessKey)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}

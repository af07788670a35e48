package dev.kulanz.journey.engine;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings what the engine's groups may do in line with {@link Grant} at each start. Lines of ours that somebody changed in the
 * engine's own pages are set right; others are left alone.
 */
@Component
class EngineAuthorizations extends AbstractProcessEnginePlugin {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    EngineAuthorizations(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        transaction.executeWithoutResult(status -> {
            // several nodes may start at once, and a line exists only once
            jdbc.sql("select pg_advisory_xact_lock(hashtext('kulanz engine authorizations'))")
                    .query((row, number) -> true)
                    .single();
            Grant.all().forEach(grant -> bring(grant, engine.getAuthorizationService()));
        });
    }

    private static void bring(Grant grant, AuthorizationService authorizations) {
        Authorization found = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(grant.role().group())
                .resourceType(grant.resource())
                .resourceId(grant.id())
                .singleResult();
        var authorization = (AuthorizationEntity)
                (found == null ? authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT) : found);
        int before = authorization.getPermissions();
        authorization.setGroupId(grant.role().group());
        authorization.setResource(grant.resource());
        authorization.setResourceId(grant.id());
        authorization.setPermissions(grant.permissions().toArray(Permission[]::new));
        if (found == null || authorization.getPermissions() != before) {
            authorizations.saveAuthorization(authorization);
        }
    }
}

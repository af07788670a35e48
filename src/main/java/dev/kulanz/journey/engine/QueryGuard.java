package dev.kulanz.journey.engine;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.history.HistoricActivityStatisticsQuery;
import org.camunda.bpm.engine.history.HistoricDecisionInstanceStatisticsQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.UserOperationLogQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;

/** Looks into queries before the engine runs them, whoever asks and by whichever door. */
final class QueryGuard extends CommandInterceptor {

    /** No creditor is called so. */
    private static final String[] NOBODYS = {" "};

    private final ProcessEngineConfigurationImpl engine;

    QueryGuard(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof TaskQueryImpl query) {
            QueryExpressions.refuseAny(query);
        }
        if (countsOverAll(command) && seesSomeCreditorsOnly()) {
            throw new AuthorizationException(
                    "The engine counts its history over all creditors, and you see only some of them.");
        }
        if (command instanceof UserOperationLogQueryImpl query && seesSomeCreditorsOnly()) {
            leaveOutWhatIsOfNoCreditor(query);
        }
        return next.execute(command);
    }

    /** Who deployed, made a filter or changed a setting: the engine shows to everybody what belongs to no tenant. */
    private void leaveOutWhatIsOfNoCreditor(UserOperationLogQueryImpl query) {
        boolean asksForSome = query.isTenantIdSet() && field(query, "tenantIds") != null;
        if (!asksForSome) {
            List<String> own =
                    engine.getIdentityService().getCurrentAuthentication().getTenantIds();
            query.tenantIdIn(own == null || own.isEmpty() ? NOBODYS : own.toArray(String[]::new));
        }
    }

    private static @Nullable Object field(Command<?> query, String name) {
        return new DirectFieldAccessor(query).getPropertyValue(name);
    }

    private static boolean countsOverAll(Command<?> command) {
        return command instanceof HistoricActivityStatisticsQuery
                || command instanceof HistoricDecisionInstanceStatisticsQuery;
    }

    private boolean seesSomeCreditorsOnly() {
        Authentication user = engine.getIdentityService().getCurrentAuthentication();
        return user != null && !EngineUser.seesAllCreditors(user);
    }
}

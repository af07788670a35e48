package dev.kulanz.journey.engine;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.history.HistoricActivityStatisticsQuery;
import org.camunda.bpm.engine.history.HistoricDecisionInstanceStatisticsQuery;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.AbstractVariableQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.UserOperationLogQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Looks into queries before the engine runs them, whoever asks and by whichever door. What staff ask is bounded: in its
 * conditions and in what is found.
 */
final class QueryGuard extends CommandInterceptor {

    /** Each condition on a variable and each sorting by one is a join: of hundreds the database plans for hours. */
    static final int MOST_CONDITIONS = 20;

    private static final int MOST_FOUND = 10_000;

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
        if (command instanceof AbstractQuery<?, ?> query && isFromOutside()) {
            return bounded(query, command);
        }
        return next.execute(command);
    }

    /** A query of staff, over the web or in the engine's pages. */
    private boolean isFromOutside() {
        return Context.getCommandContext() == null
                && engine.getIdentityService().getCurrentAuthentication() != null;
    }

    private <T> T bounded(AbstractQuery<?, ?> query, Command<T> command) {
        if (query.getOrderingProperties().size() > MOST_CONDITIONS || conditions(query) > MOST_CONDITIONS) {
            throw new BadUserRequestException(
                    "At most %d conditions can be asked at once, and as many sortings.".formatted(MOST_CONDITIONS));
        }
        query.setMaxResults(Math.min(query.getMaxResults(), MOST_FOUND + 1));
        T found = next.execute(command);
        if (found instanceof List<?> list && list.size() > MOST_FOUND) {
            throw new BadUserRequestException(
                    "There are more than %,d. Please ask page by page, with firstResult and maxResults."
                            .formatted(MOST_FOUND));
        }
        return found;
    }

    /** On variables: the rest are columns. */
    private static int conditions(AbstractQuery<?, ?> query) {
        if (query instanceof TaskQueryImpl tasks) {
            return tasks.getVariables().size();
        }
        return query instanceof AbstractVariableQueryImpl<?, ?> others
                ? others.getQueryVariableValues().size()
                : 0;
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

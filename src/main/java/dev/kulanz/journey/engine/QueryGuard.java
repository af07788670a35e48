package dev.kulanz.journey.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.history.HistoricActivityStatisticsQuery;
import org.camunda.bpm.engine.history.HistoricDecisionInstanceStatisticsQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Looks into queries before the engine runs them, whoever asks and by whichever door. */
final class QueryGuard extends CommandInterceptor {

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
        return next.execute(command);
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

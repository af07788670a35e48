package dev.kulanz.journey.engine;

import dev.kulanz.journey.FailedTable;
import jakarta.ws.rs.core.Response.Status;
import java.sql.SQLException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what a caller over the web did wrong, or what somebody else was faster in, from what is a fault of ours: the
 * engine's REST calls most of it a failure of its own (500, with a trace in the log). It leaves alone what it gets in its
 * own form, so the right one is thrown here, where the whole command has ended, its transaction included. What failed in
 * code of ours that the engine called is no mistake of the caller's: the log tells it, and he learns no more.
 */
final class CallersMistakes extends CommandInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(CallersMistakes.class);

    /** Two did the same at once, such as a second click on the same button. */
    private static final String DUPLICATE = "23505";

    private final ProcessEngineConfigurationImpl engine;

    CallersMistakes(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean isWhole = Context.getCommandContext() == null;
        if (!isWhole || engine.getIdentityService().getCurrentAuthentication() == null) {
            return next.execute(command);
        }
        try {
            return next.execute(command);
        } catch (AuthorizationException e) {
            throw e;
        } catch (RuntimeException e) {
            RuntimeException told = told(e);
            throw told == null ? e : told;
        }
    }

    /** What to tell the caller; null if it is none of his mistakes, and the engine tells it itself. */
    static @Nullable RuntimeException told(RuntimeException failure) {
        RuntimeException table = failedTable(failure);
        if (table != null) {
            return table;
        }
        RuntimeException mistake = mistake(failure);
        if (mistake == null || isFaster(failure) || !OwnCode.hasFailed(failure)) {
            return mistake;
        }
        LOG.error("Code that the engine called failed", failure);
        return refusal(Status.INTERNAL_SERVER_ERROR, failure, "Something went wrong here; the log tells what.");
    }

    private static @Nullable RuntimeException failedTable(RuntimeException failure) {
        return FailedTable.refusalIn(failure)
                .map(refusal -> {
                    LOG.warn("{}", refusal.getMessage());
                    return refusal(Status.CONFLICT, failure, String.valueOf(refusal.getMessage()));
                })
                .orElse(null);
    }

    private static @Nullable RuntimeException mistake(RuntimeException failure) {
        if (failure instanceof TaskAlreadyClaimedException) {
            return refusal(Status.CONFLICT, failure, "Somebody else has claimed this task.");
        }
        if (failure instanceof NotFoundException || failure instanceof NullValueException) {
            return refusal(
                    Status.NOT_FOUND, failure, "This is not there, or no longer: somebody else may have been faster.");
        }
        if (failure instanceof BadUserRequestException) {
            return refusal(Status.BAD_REQUEST, failure, String.valueOf(failure.getMessage()));
        }
        if (isFaster(failure) || sqlState(failure).equals(DUPLICATE)) {
            return faster(failure);
        }
        return sqlState(failure).startsWith("22")
                ? refusal(Status.BAD_REQUEST, failure, "A text or number of this request can't be stored.")
                : null;
    }

    private static RuntimeException faster(RuntimeException failure) {
        return refusal(
                Status.CONFLICT,
                failure,
                "Somebody else changed the same at this moment and was faster. Nothing was changed; please look again.");
    }

    /** Whoever's code it was that met somebody else's: both did right. */
    private static boolean isFaster(RuntimeException failure) {
        String state = sqlState(failure);
        return failure instanceof TaskAlreadyClaimedException
                || failure instanceof OptimisticLockingException
                || state.startsWith("40")
                || state.startsWith("55");
    }

    /** Of the first failure of the database within this one; empty if there is none. */
    static String sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    private static RuntimeException refusal(Status status, RuntimeException cause, String message) {
        return new InvalidRequestException(status, cause, message);
    }
}

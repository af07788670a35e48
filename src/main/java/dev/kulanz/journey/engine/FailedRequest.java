package dev.kulanz.journey.engine;

import dev.kulanz.journey.FailedTable;
import jakarta.annotation.Priority;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose mistake it is when the engine's REST fails. It looks at little of what it is sent, stumbles over the rest (null in a
 * list, an empty list, a number that is none, a parameter that is missing), calls that a failure of its own and logs a
 * trace. Two places of such a fault can only be the caller's: where a command has not begun yet, as it could not be made
 * of the request; and in a query, which changes nothing and reaches nothing of ours. Of a command that has begun, {@link
 * CallersMistakes} knows what may be the caller's; the rest is a fault, and logged as one.
 */
abstract class FailedRequest<E extends RuntimeException> implements ExceptionMapper<E> {

    /** Before the engine's own. */
    private static final int FIRST = 1;

    private static final Logger LOG = LoggerFactory.getLogger(FailedRequest.class);

    private static final List<String> DOOR = List.of("org.camunda.bpm.engine.rest.", "org.glassfish.jersey.");
    private static final Pattern QUERY =
            Pattern.compile("org\\.camunda\\.bpm\\.(engine\\.impl\\.([\\w.]*QueryImpl|AbstractQuery)|cockpit\\..*)");
    private static final String COMMANDS = "org.camunda.bpm.engine.impl.interceptor.";

    /** What PostgreSQL can't answer whatever it is asked: connection, resources, somebody's intervention, its own faults. */
    private static final Set<String> OF_THE_DATABASE = Set.of("08", "53", "57", "58", "XX", "F0");

    /** A question that may take as long as this one is none that somebody waits for. */
    private static final String TOOK_TOO_LONG = "57014";

    @Priority(FIRST)
    public static final class OfTheEngine extends FailedRequest<ProcessEngineException> {}

    public static final class OfJava extends FailedRequest<RuntimeException> {}

    @Override
    public Response toResponse(E failure) {
        RuntimeException told = told(failure);
        return ExceptionHandlerHelper.getInstance().getResponse(told == null ? failure : told);
    }

    private static @Nullable RuntimeException told(RuntimeException failure) {
        if (FailedTable.refusalIn(failure).isPresent()) {
            return CallersMistakes.told(failure);
        }
        if (failure instanceof WebApplicationException || isSaidByTheEngine(failure) || OwnCode.hasFailed(failure)) {
            return null;
        }
        String state = CallersMistakes.sqlState(failure);
        if (state.equals(TOOK_TOO_LONG)) {
            return refusal(failure, "This question takes too long. Please ask for less.");
        }
        if (isQuery(failure) ? !isOfTheDatabase(state) : state.isEmpty() && !hasBegun(failure)) {
            LOG.warn(
                    "The engine's REST stumbled over a request: {} at {}",
                    failure.getClass().getSimpleName(),
                    Arrays.stream(failure.getStackTrace()).limit(3).toList());
            return refusal(
                    failure,
                    "This request can't be understood. Please look at its fields and parameters: one is missing or empty, or of another kind.");
        }
        return CallersMistakes.told(failure);
    }

    /** It knows these itself, in good words. */
    private static boolean isSaidByTheEngine(RuntimeException failure) {
        return failure instanceof AuthorizationException || failure instanceof BadUserRequestException;
    }

    private static RuntimeException refusal(RuntimeException failure, String message) {
        return new InvalidRequestException(Response.Status.BAD_REQUEST, failure, message);
    }

    private static boolean isOfTheDatabase(String state) {
        return state.length() >= 2 && OF_THE_DATABASE.contains(state.substring(0, 2));
    }

    private static boolean hasBegun(RuntimeException failure) {
        return within(failure).anyMatch(name -> name.startsWith(COMMANDS));
    }

    private static boolean isQuery(RuntimeException failure) {
        return within(failure).anyMatch(QUERY.asMatchPredicate());
    }

    /** The classes on the way from the fault to the door. */
    private static Stream<String> within(RuntimeException failure) {
        return Arrays.stream(failure.getStackTrace())
                .map(StackTraceElement::getClassName)
                .takeWhile(name -> DOOR.stream().noneMatch(name::startsWith));
    }
}

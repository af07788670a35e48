package dev.kulanz.journey.engine;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cockpit asks the database past the engine, and so past {@link CallersMistakes}: what is one, is told here in the same way. */
public final class Unstorable implements ExceptionMapper<ProcessEnginePersistenceException> {

    private static final Logger LOG = LoggerFactory.getLogger(Unstorable.class);

    @Override
    public Response toResponse(ProcessEnginePersistenceException failure) {
        if (CallersMistakes.told(failure) instanceof InvalidRequestException mistake) {
            return answer(mistake.getStatus(), String.valueOf(mistake.getMessage()));
        }
        LOG.error("The database failed the engine's REST", failure);
        return answer(Response.Status.INTERNAL_SERVER_ERROR, "Something went wrong here; the log tells what.");
    }

    private static Response answer(Response.Status status, String message) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", InvalidRequestException.class.getSimpleName(), "message", message))
                .build();
    }
}

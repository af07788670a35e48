package dev.kulanz.journey.engine;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Arrays;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's REST does not look whether all parameters are there that it needs ({@code GET /metrics} without a name): it
 * stumbles over what is missing, and would answer with the names of its classes.
 */
public final class MissingParameter implements ExceptionMapper<NullPointerException> {

    private static final Logger LOG = LoggerFactory.getLogger(MissingParameter.class);

    @Override
    public Response toResponse(NullPointerException failure) {
        if (OwnCode.hasFailed(failure)) {
            LOG.error("A request to the engine's REST failed", failure);
            return answer(
                    Response.Status.INTERNAL_SERVER_ERROR,
                    "RestException",
                    "Something went wrong here; the log tells what.");
        }
        LOG.warn(
                "The engine's REST missed something at {}",
                Arrays.stream(failure.getStackTrace()).limit(3).toList());
        return answer(
                Response.Status.BAD_REQUEST,
                "InvalidRequestException",
                "Something that this request needs is missing, probably a parameter such as name or type.");
    }

    private static Response answer(Response.Status status, String type, String message) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", type, "message", message))
                .build();
    }
}

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
        LOG.warn(
                "The engine's REST missed something at {}",
                Arrays.stream(failure.getStackTrace()).limit(3).toList());
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of(
                        "type",
                        "InvalidRequestException",
                        "message",
                        "Something that this request needs is missing, probably a parameter such as name or type."))
                .build();
    }
}

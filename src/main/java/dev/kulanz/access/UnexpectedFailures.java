package dev.kulanz.access;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Logs failures that nobody foresaw, under a reference. Only where it happened: the messages of exceptions and the values
 * in an address may hold names, amounts or the secret of a payment link.
 */
@Component
class UnexpectedFailures {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFailures.class);
    private static final int MOST_FRAMES = 40;

    Problem log(Exception failure, HttpServletRequest request) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        LOG.error(
                "Unexpected failure {} in {} {}{}",
                reference,
                request.getMethod(),
                pattern == null ? "(no page)" : pattern,
                told(failure));
        return Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "Something went wrong that should not. Nothing was changed. Tell the operator: " + reference
                                + ".")
                .withReference(reference);
    }

    private static String told(Throwable failure) {
        StringBuilder told = new StringBuilder();
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 8; depth++, cause = cause.getCause()) {
            told.append(depth == 0 ? "\n" : "\ncaused by ")
                    .append(cause.getClass().getName());
            if (cause instanceof SQLException sql) {
                told.append(" SQLSTATE ").append(sql.getSQLState());
            }
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                told.append("\n    at ").append(frames[i]);
            }
        }
        return told.toString();
    }
}

package dev.kulanz.watch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to those who are told: all that there is to tell at this moment, in English.
 *
 * @param id the same if it has to be told again because nobody knows whether it arrived
 * @param text its first line
 * @param node who tells
 * @param more how many lines were left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Notice(UUID id, Instant at, String text, String node, String version, List<Line> alarms, int more) {

    /**
     * One alarm.
     *
     * @param event what happened to it; TEST: nothing did
     * @param alarm its name
     * @param subject which of several; absent: there is but one
     * @param runbook what it means, where to look, what to do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String event,
            String alarm,
            @Nullable String subject,
            @Nullable String node,
            String severity,
            Instant since,
            @Nullable Instant until,
            String text,
            String runbook) {}
}

package dev.kulanz.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One line of the list of imports.
 *
 * @param startedAt business time
 * @param startedBy user name, or "system"
 * @param creditorIds the creditors that the file named
 */
public record ImportSummary(
        UUID id,
        Instant startedAt,
        String startedBy,
        ImportOptions.Mode mode,
        List<String> creditorIds,
        long accepted,
        long unchanged,
        long rejected,
        long cleared) {}

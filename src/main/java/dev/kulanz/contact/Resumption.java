package dev.kulanz.contact;

import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.DunningCase;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * After a long block or a broken promise the first words are friendly ones that name what ended, with a new day to pay.
 */
@Component
public class Resumption {

    private final JdbcClient jdbc;
    private final Blocks blocks;

    Resumption(JdbcClient jdbc, Blocks blocks) {
        this.jdbc = jdbc;
        this.blocks = blocks;
    }

    /**
     * What ended and was not named yet.
     *
     * @param occasion of the message that names it
     * @param style of that message: which words it uses
     * @param at when it ended, UTC
     */
    public record Ended(String occasion, String style, Instant at) {}

    /** What the next message has to name; empty if nothing ended, or the debtor has heard from us since. */
    public Optional<Ended> pending(DunningCase of) {
        if (blocks.isBlocked(of)) {
            return Optional.empty();
        }
        return blocks.lastLongOne(of)
                .map(block -> new Ended(
                        "resumed:" + block.id(), block.isDispute() ? "after-dispute" : "after-block", block.endedAt()))
                .filter(ended -> !heardSince(of, ended.at()));
    }

    private boolean heardSince(DunningCase of, Instant moment) {
        @Nullable Instant last = jdbc.sql("""
                        select max(composed_at) from contact where case_id = :case and purpose = 'DEMAND'
                        and status in ('SENDING', 'SENT', 'DELIVERED', 'UNKNOWN')""")
                .param("case", of.id())
                .query((row, index) ->
                        row.getTimestamp(1) == null ? null : row.getTimestamp(1).toInstant())
                .list()
                .get(0);
        return last == null || !last.isBefore(moment);
    }
}

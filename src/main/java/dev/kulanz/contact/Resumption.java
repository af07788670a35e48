package dev.kulanz.contact;

import dev.kulanz.agreements.Promise;
import dev.kulanz.agreements.Promises;
import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.Notices;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * After a long block, a broken promise or one that we ended the first words are friendly ones that name what ended, with a new day to pay.
 */
@Component
public class Resumption {

    static final String AFTER_WITHDRAWN_PROMISE = "after-withdrawn-promise";

    private final JdbcClient jdbc;
    private final Blocks blocks;
    private final Promises promises;
    private final Notices notices;

    Resumption(JdbcClient jdbc, Blocks blocks, Promises promises, Notices notices) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.blocks = blocks;
        this.promises = promises;
    }

    /**
     * What ended and was not named yet.
     *
     * @param occasion of the message that names it
     * @param style of that message: which words it uses
     * @param at when it ended, UTC
     */
    public record Ended(String occasion, String style, Instant at) {}

    /**
     * What the next message has to name; empty if nothing ended, or the debtor has heard from us since. Nor is anything named
     * that ended before he was told of what is due now: a pause of asking for it there was none, and a promise that was due
     * before its invoice is broken by nobody. A promise that we ended is named all the same: he may have it in writing that he
     * is not asked until its day.
     */
    public Optional<Ended> pending(DunningCase of) {
        if (blocks.isBlocked(of)) {
            return Optional.empty();
        }
        @Nullable Instant asked = lastAsked(of);
        return Stream.of(withdrawnPromise(of), brokenPromise(of), longBlock(of))
                .flatMap(Optional::stream)
                .filter(ended -> asked == null || asked.isBefore(ended.at()))
                .filter(ended -> ended.style().equals(AFTER_WITHDRAWN_PROMISE)
                        || (asked != null && notices.countedBefore(of.id(), ended.at())))
                .max(Comparator.comparing(Ended::at));
    }

    private Optional<Ended> withdrawnPromise(DunningCase of) {
        return promises.lastWithdrawn(of.id())
                .map(promise -> new Ended(
                        "promise:" + promise.id(),
                        AFTER_WITHDRAWN_PROMISE,
                        Objects.requireNonNull(promise.concludedAt())));
    }

    private Optional<Ended> brokenPromise(DunningCase of) {
        return promises.lastBroken(of.id())
                .filter(Promise::restsCase) // else nothing was at rest
                .map(promise -> new Ended(
                        "promise:" + promise.id(), "after-promise", Objects.requireNonNull(promise.concludedAt())));
    }

    private Optional<Ended> longBlock(DunningCase of) {
        return blocks.lastLongOne(of)
                .map(block -> new Ended(BlockOccasion.KIND + block.id(), styleAfter(block), block.endedAt()));
    }

    /** A dispute that ran out was not decided: nobody says then that it was looked into. */
    private static String styleAfter(Blocks.Over block) {
        if (!block.isDispute()) {
            return "after-block";
        }
        return block.lifted() ? "after-dispute" : "after-undecided-dispute";
    }

    private @Nullable Instant lastAsked(DunningCase of) {
        return jdbc.sql("""
                        select max(composed_at) from contact where case_id = :case and purpose = 'DEMAND'
                        and status in ('SENDING', 'SENT', 'DELIVERED', 'UNKNOWN')""")
                .param("case", of.id())
                .query((row, index) ->
                        row.getTimestamp(1) == null ? null : row.getTimestamp(1).toInstant())
                .list()
                .get(0);
    }
}

package dev.kulanz.contact;

import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.Notices;
import dev.kulanz.cases.Notices.Notice;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which calls were tried: those that rang, or could not. */
@Component
public class CallLog {

    private static final String[] TRIED = names(CallOutcome::isTried);
    private static final String[] REACHED = names(CallOutcome::isReached);

    private static String[] names(Predicate<CallOutcome> those) {
        return Arrays.stream(CallOutcome.values()).filter(those).map(Enum::name).toArray(String[]::new);
    }

    private final JdbcClient jdbc;
    private final Notices notices;

    CallLog(JdbcClient jdbc, Notices notices) {
        this.jdbc = jdbc;
        this.notices = notices;
    }

    /**
     * The calls that belong together: those since the debtor was last told something otherwise. It is the same whatever
     * became of the journey that placed them.
     *
     * @param occasion names them
     * @param tried how many rang, or could not
     * @param reached whether somebody was talked to in one
     * @param missed whether it was written since that we would have liked to talk
     * @param last when the last of them was tried, UTC; null: none was
     */
    public record Calls(
            String occasion,
            int tried,
            boolean reached,
            boolean missed,
            @Nullable Instant last) {}

    /** What became of each call of the present round, in their order. */
    public List<CallOutcome> ofRound(DunningCase of) {
        return jdbc
                .sql("""
                        select call_outcome from contact
                        where case_id = :case and round = :round and call_outcome = any(:tried)
                        order by composed_at, seq""")
                .param("case", of.id())
                .param("round", of.round())
                .param("tried", TRIED)
                .query(String.class)
                .list()
                .stream()
                .map(CallOutcome::valueOf)
                .toList();
    }

    /** Those of the present round since the last notice. */
    public Calls sinceLastNotice(DunningCase of) {
        Optional<Notice> notice = notices.latest(of.id(), Step.VOICEBOT_CALL.id());
        return jdbc.sql("""
                        select :occasion as occasion, count(*) filter (where call_outcome = any(:tried)) as tried,
                               coalesce(bool_or(call_outcome = any(:reached)), false) as reached,
                               coalesce(bool_or(step = :missed), false) as missed,
                               max(composed_at) filter (where call_outcome = any(:tried)) as last
                        from contact
                        where case_id = :case and round = :round and (call_outcome is not null or step = :missed)
                          and coalesce(composed_at, planned_at) >= coalesce(:since::timestamptz, '-infinity')""")
                .param(
                        "occasion",
                        "call:"
                                + notice.map(Notice::contactId)
                                        .map(UUID::toString)
                                        .orElse("first"))
                .param("tried", TRIED)
                .param("reached", REACHED)
                .param("missed", Step.CALL_MISSED.id())
                .param("case", of.id())
                .param("round", of.round())
                .param("since", notice.map(Notice::toldAt).map(Timestamp::from).orElse(null))
                .query(Calls.class)
                .single();
    }
}

package dev.kulanz.contact;

import dev.kulanz.cases.DunningCase;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which calls were tried: those that rang, or could not. */
@Component
public class CallLog {

    private static final String[] TRIED = Arrays.stream(CallOutcome.values())
            .filter(CallOutcome::isTried)
            .map(Enum::name)
            .toArray(String[]::new);

    private final JdbcClient jdbc;

    CallLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of each call of the present round, in their order. */
    public List<CallOutcome> ofRound(DunningCase of) {
        return tried(of, null);
    }

    /** The same for one occasion. */
    public List<CallOutcome> ofOccasion(DunningCase of, String occasion) {
        return tried(of, occasion);
    }

    private List<CallOutcome> tried(DunningCase of, @Nullable String occasion) {
        return jdbc
                .sql("""
                        select call_outcome from contact
                        where case_id = :case and round = :round and call_outcome = any(:tried)
                          and (:occasion::text is null or occasion = :occasion)
                        order by composed_at, id""")
                .param("case", of.id())
                .param("round", of.round())
                .param("tried", TRIED)
                .param("occasion", occasion)
                .query(String.class)
                .list()
                .stream()
                .map(CallOutcome::valueOf)
                .toList();
    }
}

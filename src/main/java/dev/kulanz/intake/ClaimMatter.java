package dev.kulanz.intake;

import dev.kulanz.cases.BlockMatters;
import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.Matter;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Said;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Behind the pause of a debtor to whose credit something may be stand the rows that no import has taken ({@link ClaimsInDoubt}). */
@Component
class ClaimMatter implements BlockMatters {

    private final JdbcClient jdbc;

    ClaimMatter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, Matter> behind(DunningCase of, Collection<CaseBlock> blocks) {
        Map<UUID, CaseBlock> pauses = blocks.stream()
                .filter(block -> block.ofPerson() && block.reason() == BlockReason.UNCLEAR_PAYMENT)
                .collect(Collectors.toMap(CaseBlock::id, Function.identity()));
        Map<UUID, Matter> doubts = new HashMap<>();
        if (pauses.isEmpty()) {
            return doubts;
        }
        jdbc.sql("""
                        select block_id, count(*) as claims from claim_in_doubt
                        where block_id = any(:blocks) group by block_id""").param("blocks", pauses.keySet().toArray(UUID[]::new)).query((ResultSet row) -> {
            UUID id = row.getObject("block_id", UUID.class);
            CaseBlock pause = pauses.get(id);
            if (pause != null) {
                doubts.put(id, matter(pause, row.getInt("claims")));
            }
        });
        return doubts;
    }

    private static Matter matter(CaseBlock pause, int claims) {
        return new Matter(
                Said.of(
                        "matter.claim",
                        "Since {0} rows that may be to the debtor's credit could not be taken from a file ({1}). The pause ends by itself once they are.",
                        LocalDate.ofInstant(pause.fromAt(), BusinessClock.ZONE),
                        claims),
                Said.of(
                        "matter.claim.ends",
                        "The debtor is asked for all of it in all his cases, and the same rows do not pause him again."));
    }

    /** Freed by a person he stays free of the same rows: {@link ClaimsInDoubt} looks at what was lifted. */
    @Override
    public void end(DunningCase of, CaseBlock block) {
        // The lifted block is what is remembered.
    }
}

package dev.kulanz.voice;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.cases.Cases;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody was told that a person calls back: until then he is not asked for money. */
@Component
public class CallBack {

    private static final String SOURCE = "CALL";

    private final Cases cases;
    private final Blocks blocks;

    CallBack(Cases cases, Blocks blocks) {
        this.cases = cases;
        this.blocks = blocks;
    }

    static Blocks.Wanted pause() {
        return new Blocks.Wanted(BlockReason.REPLY, null, null, SOURCE, null);
    }

    /** Whether a call began this pause. */
    public static boolean begunBy(CaseBlock block) {
        return block.reason() == BlockReason.REPLY && SOURCE.equals(block.source());
    }

    /** The person called back, or tried to: the pause that the call began is over; others go on. */
    @Transactional
    public void done(String caseNumber) {
        blocks.active(cases.lock(caseNumber)).stream()
                .filter(CallBack::begunBy)
                .forEach(block -> blocks.end(caseNumber, block.id()));
    }
}

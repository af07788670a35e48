package dev.kulanz.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as the API shows it.
 *
 * @param credit what the debtor has to his credit in this currency: paid beyond what he owed, or left of credit notes
 * @param waitsFor how much must be open before anything is asked for; null: enough is
 */
record CaseView(
        String number,
        DunningCase.Status status,
        int round,
        @Nullable String step,
        String debtorId,
        String creditorId,
        String currency,
        BigDecimal openAmount,
        String paymentReference,
        List<BlockView> blocks,
        @Nullable NextAction nextAction,
        @Nullable BigDecimal waitsFor,
        BigDecimal credit) {

    record BlockView(
            UUID id,
            BlockReason reason,
            CaseBlock.Scope scope,
            @Nullable LocalDate until) {

        static BlockView of(CaseBlock block) {
            return new BlockView(block.id(), block.reason(), block.scope(), block.until());
        }
    }
}

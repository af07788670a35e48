package dev.kulanz.payments;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.CaseItems;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.shared.BusinessClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Who pays a good part shows that he wants to pay: the ladder rests a week, once a step. Not so when the oldest item is
 * paid: then the ladder goes back to where the rest stands.
 */
@Component
class PartPayments {

    /** Of what was open. */
    private static final BigDecimal GOOD_PART = new BigDecimal("0.20");

    private static final int REST_DAYS = 7;

    private final Blocks blocks;
    private final Cases cases;
    private final CaseItems items;
    private final BusinessClock clock;

    PartPayments(Blocks blocks, Cases cases, CaseItems items, BusinessClock clock) {
        this.blocks = blocks;
        this.cases = cases;
        this.items = items;
        this.clock = clock;
    }

    /** What a case owed before a payment, and for which item it stood where it did. */
    record Owed(DunningCase of, BigDecimal open, UUID oldest) {}

    Optional<Owed> owedBy(DunningCase of) {
        List<ItemBalance> open = items.standing(of);
        return open.stream().findFirst().map(oldest -> new Owed(of, cases.openAmount(of), oldest.id()));
    }

    /** The debtor paid; the caller holds the locks. */
    void rest(Owed before) {
        DunningCase of = cases.get(before.of().number());
        BigDecimal paid = before.open().subtract(cases.openAmount(of));
        if (of.isOpen()
                && paid.compareTo(before.open().multiply(GOOD_PART)) >= 0
                && stillStandsAt(before.oldest(), of)
                && !hasRestedInThisStep(of)) {
            blocks.place(
                    of.number(), new Blocks.Wanted(BlockReason.PART_PAYMENT, null, lastDayOfRest(), "PAYMENT", null));
        }
    }

    /** Today is the first. */
    private LocalDate lastDayOfRest() {
        return clock.today().plusDays(REST_DAYS - 1L);
    }

    private boolean stillStandsAt(UUID oldest, DunningCase of) {
        return items.standing(of).stream()
                .findFirst()
                .map(ItemBalance::id)
                .filter(oldest::equals)
                .isPresent();
    }

    private boolean hasRestedInThisStep(DunningCase of) {
        Instant stepSince = cases.lastToldAt(of).orElse(of.openedAt());
        return blocks.wasPlacedSince(of, BlockReason.PART_PAYMENT, stepSince);
    }
}

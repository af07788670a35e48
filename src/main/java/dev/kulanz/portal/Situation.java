package dev.kulanz.portal;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.cases.Clearance;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.handover.Handover;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a case at this moment, and what follows for its {@link Standing}. Amounts in major units.
 *
 * @param due what could be asked for today
 * @param asksFrom how much must be due before the creditor asks for it
 * @param blocks of the whole case, or of items that are still open
 * @param promise the open one
 * @param handover the latest
 * @param clearance how what is over was settled
 */
record Situation(
        DunningCase of,
        BigDecimal due,
        BigDecimal asksFrom,
        List<CaseBlock> blocks,
        @Nullable Promised promise,
        @Nullable Handover handover,
        Clearance clearance,
        @Nullable String agency,
        LocalDate today) {

    /**
     * What was promised.
     *
     * @param left what is still to be paid of it
     * @param day the promised one
     */
    record Promised(BigDecimal left, LocalDate day) {}

    /** Where several blocks hold, the one that says most carefully what to do is told. */
    private static final List<BlockReason> MOST_CAREFUL_FIRST = List.of(
            BlockReason.INSOLVENCY,
            BlockReason.MINOR,
            BlockReason.DECEASED,
            BlockReason.REPRESENTED,
            BlockReason.HARDSHIP,
            BlockReason.UNCLEAR_PAYMENT,
            BlockReason.DISPUTE,
            BlockReason.REPLY,
            BlockReason.MANUAL,
            BlockReason.PROMISE,
            BlockReason.PLAN,
            BlockReason.RETURNED,
            BlockReason.PART_PAYMENT,
            BlockReason.TAKE_OVER);

    Standing standing() {
        return switch (of.status()) {
            case OPEN -> open();
            case HANDED_OVER -> agency == null ? Standing.AT_AGENCY_UNNAMED : Standing.AT_AGENCY;
            case WRITTEN_OFF -> Standing.WRITTEN_OFF;
            case SETTLED -> settled();
        };
    }

    /** The day that its words name; null: none is known, or it would say something of the person. */
    @Nullable LocalDate day() {
        return switch (standing()) {
            case PROMISED, PROMISE_LATE -> promise == null ? null : promise.day();
            case PART_PAID, BACK, RESTING, RESTING_WELCOME -> lastDayOfRest();
            default -> null;
        };
    }

    /** The amount that its words name, or that can be transferred. */
    BigDecimal amount() {
        return switch (standing()) {
            case PROMISED, PROMISE_LATE -> promise == null ? due : promise.left();
            case REST_FORGIVEN -> clearance.forgiven();
            default -> due;
        };
    }

    /** Whether the agency had it, or was about to take it, and it is ours again since. */
    boolean isBack() {
        return of.isOpen()
                && handover != null
                && switch (handover.status()) {
                    // in the next round, or in the same if the agency had not taken it yet
                    case RECALLED, REJECTED -> of.round() - handover.round() <= 1;
                    default -> false;
                };
    }

    /** Whether something is due, and something else of the case is blocked by itself. */
    boolean leavesOutItems() {
        return standing() == Standing.ASKED && blocks.stream().anyMatch(block -> !block.isOfWholeCase());
    }

    /** Whether something is due although a promise is open: it rests a part only, or nothing. */
    boolean goesOnBesideAPromise() {
        return standing() == Standing.ASKED && promise != null && promise.left().signum() > 0;
    }

    private Standing open() {
        return holding().map(this::resting).orElseGet(this::demanded);
    }

    /** An item's block is the reason only while nothing else is due. */
    private Optional<CaseBlock> holding() {
        return Stream.of(
                        blocks.stream().filter(CaseBlock::isOfWholeCase).toList(),
                        due.signum() > 0 ? List.<CaseBlock>of() : blocks)
                .flatMap(some -> some.stream()
                        .sorted(Comparator.comparing(block -> MOST_CAREFUL_FIRST.indexOf(block.reason())))
                        .limit(1))
                .findFirst();
    }

    private Standing demanded() {
        if (due.signum() <= 0) {
            return Standing.NOT_YET;
        }
        return due.compareTo(asksFrom) < 0 ? Standing.TOO_LITTLE : Standing.ASKED;
    }

    private Standing resting(CaseBlock block) {
        return switch (block.reason()) {
            case INSOLVENCY, MINOR -> Standing.QUIET_UNPAID;
            case DECEASED, REPRESENTED -> Standing.QUIET_WELCOME;
            case HARDSHIP -> Standing.QUIET;
            case MANUAL -> block.ofPerson() ? Standing.QUIET : Standing.RESTING;
            case UNCLEAR_PAYMENT -> Standing.PAYMENT_SOUGHT;
            case DISPUTE -> Standing.IN_REVIEW;
            case REPLY -> Standing.ANSWER_OWED;
            case PROMISE -> promised();
            case PLAN -> Standing.PLAN;
            case RETURNED -> isBack() ? Standing.BACK : Standing.RESTING_WELCOME;
            case PART_PAYMENT -> Standing.PART_PAID;
            case TAKE_OVER -> Standing.RESTING_WELCOME;
        };
    }

    private Standing promised() {
        if (promise == null || promise.left().signum() <= 0) {
            return Standing.RESTING_WELCOME;
        }
        return promise.day().isBefore(today) ? Standing.PROMISE_LATE : Standing.PROMISED;
    }

    private Standing settled() {
        boolean paid = clearance.paid().signum() > 0;
        if (handover != null && handover.status() == Handover.Status.SETTLED && handover.round() == of.round()) {
            return Standing.PAID_AT_AGENCY;
        }
        if (paid && clearance.forgiven().signum() > 0) {
            return Standing.REST_FORGIVEN;
        }
        if (paid) {
            return Standing.PAID;
        }
        return clearance.credited().signum() > 0 ? Standing.CREDITED : Standing.CLEARED;
    }

    /** The last day on which anything of the case holds; null: one holds until it is lifted. */
    private @Nullable LocalDate lastDayOfRest() {
        return blocks.stream().anyMatch(block -> block.until() == null)
                ? null
                : blocks.stream()
                        .map(CaseBlock::until)
                        .max(Comparator.comparing(day -> day))
                        .orElse(null);
    }
}

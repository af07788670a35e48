package dev.kulanz.cases;

import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody lifts blocks. What stands behind one ({@link BlockMatters}) ends with it or goes on with it: who lifts it says which,
 * once he was told what follows.
 */
@Component
@Transactional
public class Lifting {

    private final Cases cases;
    private final Blocks blocks;
    private final List<BlockMatters> matters;
    private final Correspondence correspondence;

    Lifting(Cases cases, Blocks blocks, List<BlockMatters> matters, Correspondence correspondence) {
        this.cases = cases;
        this.blocks = blocks;
        this.matters = matters;
        this.correspondence = correspondence;
    }

    /** What becomes of that which stands behind a block. */
    public enum Decision {
        /** It ends, and the block is lifted. */
        END,
        /** It goes on, and the block stays. */
        KEEP
    }

    /** What has to be answered before one of these blocks of a case is lifted, by the block's id; the others have no question. */
    @Transactional(readOnly = true)
    public Map<UUID, LiftQuestion> questions(DunningCase of, Collection<CaseBlock> held) {
        Map<UUID, LiftQuestion> questions = new HashMap<>();
        behind(of, held)
                .forEach((id, matter) -> questions.put(id, new LiftQuestion(matter, then(of, id, matter, held))));
        return questions;
    }

    private @Nullable Said then(DunningCase of, UUID lifted, Matter matter, Collection<CaseBlock> held) {
        if (!of.isOpen() || !matter.asksAgain()) {
            return null;
        }
        boolean stays = held.stream()
                .anyMatch(other -> other.isOfWholeCase() && !other.id().equals(lifted));
        return stays
                ? Said.of(
                        "lift.held",
                        "Another block still holds the whole case: nobody is asked for money before it ends.")
                : Said.of(
                        "lift.from",
                        "The debtor may then be asked for money from {0} on.",
                        correspondence.nextDemand(of));
    }

    /**
     * Lifts a block; one that holds for the person ends in all his cases, with all others of its reason.
     *
     * @param decision what becomes of that which stands behind it; null: it is not known that anything does
     * @return the blocks that stay as it was decided so
     * @throws Refusal if the case has no such block that holds, or something stands behind it and nobody said what becomes of it
     */
    public List<CaseBlock> lift(String caseNumber, UUID blockId, @Nullable Decision decision) {
        DunningCase on = cases.lock(caseNumber);
        CaseBlock block = blocks.liftable(on).stream()
                .filter(one -> one.id().equals(blockId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(Said.of("block.none", "Case {0} has no such block.", caseNumber)));
        return lift(on, List.of(block), decision);
    }

    /**
     * Lifts all blocks that concern a case, or those of one reason: all that were asked for or none.
     *
     * @param decision what becomes of that which stands behind any of them; {@link Decision#KEEP} lifts those with nothing behind
     * @return the blocks that stay as it was decided so
     * @throws Refusal if something stands behind one of them and nobody said what becomes of it
     */
    public List<CaseBlock> liftAll(String caseNumber, @Nullable BlockReason reason, @Nullable Decision decision) {
        DunningCase on = cases.lock(caseNumber);
        return lift(
                on,
                blocks.liftable(on).stream()
                        .filter(block -> reason == null || block.reason() == reason)
                        .toList(),
                decision);
    }

    private List<CaseBlock> lift(DunningCase on, List<CaseBlock> wanted, @Nullable Decision decision) {
        Map<UUID, Matter> behind = behind(on, wanted);
        if (!behind.isEmpty() && decision == null) {
            throw asked(questions(on, blocks.active(on)), wanted);
        }
        List<CaseBlock> kept = new ArrayList<>();
        for (CaseBlock block : wanted) {
            if (behind.containsKey(block.id()) && decision == Decision.KEEP) {
                kept.add(block);
            } else {
                end(on, block);
            }
        }
        return kept;
    }

    private void end(DunningCase on, CaseBlock block) {
        matters.stream()
                .filter(owner -> owner.behind(on, List.of(block)).containsKey(block.id()))
                .forEach(owner -> owner.end(on, block));
        if (blocks.active(on).stream().anyMatch(held -> held.id().equals(block.id()))) {
            blocks.end(on.number(), block.id());
        }
    }

    private Map<UUID, Matter> behind(DunningCase of, Collection<CaseBlock> held) {
        Map<UUID, Matter> behind = new LinkedHashMap<>();
        if (!held.isEmpty()) {
            matters.forEach(owner -> owner.behind(of, held).forEach(behind::putIfAbsent));
        }
        return behind;
    }

    private static Refusal asked(Map<UUID, LiftQuestion> questions, List<CaseBlock> wanted) {
        List<LiftQuestion> open = wanted.stream()
                .map(block -> questions.get(block.id()))
                .filter(question -> question != null)
                .toList();
        List<FieldError> choices = new ArrayList<>();
        open.forEach(question -> {
            choices.add(new FieldError("matter", Decision.END + ": " + question.ifEnded()));
            choices.add(new FieldError("matter", Decision.KEEP + ": It goes on, and the block stays."));
        });
        return Refusal.conflict(
                Said.of(
                        "lift.decide",
                        "Something stands behind this block: please say whether it ends or goes on. Nothing was changed."),
                open.stream()
                                .map(question -> question.matter().standing().english())
                                .distinct()
                                .collect(Collectors.joining(" "))
                        + " Nothing was lifted: please say matter=END to end it, or matter=KEEP to leave it as it is.",
                choices);
    }
}

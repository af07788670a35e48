package dev.kulanz.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that went wrong, from the first look that found it to its end. It is raised once it has lasted for a while, and over
 * once it has been away for a while: what comes and goes is one alarm, told once.
 *
 * @param node where it was seen; empty: everywhere
 * @param subject what of several is meant; may be empty
 * @param facts what the text has gaps for, as of the last look that found it
 * @param since the first look that found it
 * @param goneSince it was not found since this look; null: the last one found it
 * @param raisedAt from then on people are told; null: not yet
 * @param overAt its end; null: it lasts
 */
record Alarm(
        UUID id,
        String sign,
        String node,
        String subject,
        List<String> facts,
        Instant since,
        @Nullable Instant goneSince,
        @Nullable Instant raisedAt,
        @Nullable Instant overAt) {

    Alarm {
        facts = List.copyOf(facts);
    }

    static Alarm begun(UUID id, String sign, String node, Reading.Trouble trouble, Instant now, Duration patience) {
        return new Alarm(id, sign, node, trouble.subject(), trouble.facts(), now, null, null, null)
                .seen(trouble.facts(), now, patience);
    }

    /** It is there at this moment. */
    Alarm seen(List<String> newFacts, Instant now, Duration patience) {
        boolean isLongEnough = !now.isBefore(since.plus(patience));
        Instant raised = raisedAt == null && isLongEnough ? now : raisedAt;
        return new Alarm(id, sign, node, subject, newFacts, since, null, raised, null);
    }

    /**
     * It is not there at this moment.
     *
     * @return what has become of it; empty: it is over, and nobody had been told of it
     */
    Optional<Alarm> missed(Instant now, Duration calm) {
        Instant gone = goneSince == null ? now : goneSince;
        boolean isOver = !now.isBefore(gone.plus(calm));
        if (isOver && raisedAt == null) {
            return Optional.empty();
        }
        return Optional.of(new Alarm(id, sign, node, subject, facts, since, gone, raisedAt, isOver ? now : null));
    }

    boolean isStanding() {
        return raisedAt != null && overAt == null;
    }

    /** When it really ended: the first look that no longer found it. */
    @Nullable Instant endedAt() {
        return overAt == null ? null : goneSince;
    }
}

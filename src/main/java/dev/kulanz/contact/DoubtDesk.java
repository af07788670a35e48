package dev.kulanz.contact;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.departures.SendingReleased;
import dev.kulanz.departures.SendingRests;
import dev.kulanz.journal.Actor;
import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What may have left before a backup was restored, and what a person says of it. */
@Component
@Transactional
public class DoubtDesk {

    private final DoubtTable table;
    private final SendingRests rests;
    private final Backlog backlog;
    private final Journal journal;
    private final Actor actor;

    DoubtDesk(DoubtTable table, SendingRests rests, Backlog backlog, Journal journal, Actor actor) {
        this.table = table;
        this.rests = rests;
        this.backlog = backlog;
        this.journal = journal;
        this.actor = actor;
    }

    /**
     * Which of them; what is null is any.
     *
     * @param proven whether there is proof that it left
     */
    public record Which(
            @Nullable String creditorId,
            @Nullable Channel channel,
            @Nullable Boolean proven,
            @Nullable UUID contact) {

        public static final Which ALL = new Which(null, null, null, null);
    }

    /**
     * How many nobody has answered.
     *
     * @param proven those of them of which there is proof
     */
    public record OfChannel(Channel channel, long count, long proven) {}

    @Transactional(readOnly = true)
    public List<OfChannel> byChannel(CreditorScope scope) {
        return table.byChannel(scope);
    }

    @Transactional(readOnly = true)
    public long count(Which which, CreditorScope scope) {
        return table.count(which, scope);
    }

    /** Pages count from 0. */
    @Transactional(readOnly = true)
    public List<Doubt> page(Which which, CreditorScope scope, int page, int size) {
        return table.page(which, scope, page, size);
    }

    /**
     * Says of all of these whether they left; the same again changes nothing. It is carried out soon. That something did not leave of
     * which there is proof is taken only of one at a time.
     *
     * @return of how many it is said
     */
    public int answer(Which which, Doubt.Answer answer, CreditorScope scope) {
        Which those = answer == Doubt.Answer.STAYED && which.contact() == null
                ? new Which(which.creditorId(), which.channel(), false, null)
                : which;
        int answered = table.answer(those, answer, actor.name(), scope);
        if (answered > 0) {
            journal.record(Happening.of("DoubtsAnswered")
                    .with("answer", answer.name())
                    .with("count", answered)
                    .with("creditor", those.creditorId())
                    .with(
                            "channel",
                            those.channel() == null ? null : those.channel().name())
                    .with(
                            "contact",
                            those.contact() == null ? null : those.contact().toString()));
        }
        return answered;
    }

    /**
     * Sending goes on, but for what nobody has decided yet.
     *
     * @throws Refusal who sees but some creditors; or it is too early, or too late
     */
    public void release(UUID rest, CreditorScope scope) {
        if (!scope.all()) {
            throw onlyForAll();
        }
        rests.release(rest);
    }

    public static Refusal onlyForAll() {
        return Refusal.conflict(
                Said.of("sending.all", "This concerns all creditors: only who sees all of them may do it."));
    }

    /** What is proved needs no person; what waited goes out as on normal days. */
    @EventListener
    void on(SendingReleased event) {
        table.proveLater();
        table.answerByProof();
        backlog.release(new Slice(null, null, null), event.rest().noticedAt());
    }
}

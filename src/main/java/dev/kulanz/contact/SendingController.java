package dev.kulanz.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kulanz.access.CurrentUser;
import dev.kulanz.departures.NodeState;
import dev.kulanz.departures.Rest;
import dev.kulanz.departures.RestCause;
import dev.kulanz.departures.SendingRests;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether anything is sent, and what may have left before a backup was restored. */
@RestController
@RequestMapping("/api/v1/sending")
class SendingController {

    private static final int PAGE = 100;

    private final SendingRests rests;
    private final DoubtDesk doubts;
    private final Creditors creditors;
    private final CurrentUser user;

    SendingController(SendingRests rests, DoubtDesk doubts, Creditors creditors, CurrentUser user) {
        this.rests = rests;
        this.doubts = doubts;
        this.creditors = creditors;
        this.user = user;
    }

    /**
     * How it stands.
     *
     * @param node of this node
     * @param rest what a person has to release; absent: nothing
     * @param doubts contacts that may have left and of which nobody has said whether they did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record State(NodeState node, @Nullable Resting rest, List<DoubtDesk.OfChannel> doubts) {}

    /**
     * All sending rests.
     *
     * @param knownUntil the last sign of life in the database: what was entered later is lost
     * @param ready all that may have left has been found; before, nothing can be released
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Resting(
            UUID id,
            RestCause cause,
            Instant noticedAt,
            @Nullable Instant knownUntil,
            boolean ready) {

        static Resting of(Rest rest) {
            return new Resting(rest.id(), rest.cause(), rest.noticedAt(), rest.knownUntil(), rest.marked());
        }
    }

    @GetMapping
    State state() {
        return new State(rests.node(), rests.active().map(Resting::of).orElse(null), doubts.byChannel(user.scope()));
    }

    /** The database was restored from a backup, though nothing here tells it: sending rests until it is released. */
    @PostMapping("/rests")
    State rest(@RequestParam boolean restored) {
        if (!user.scope().all()) {
            throw DoubtDesk.onlyForAll();
        }
        if (restored) {
            rests.place();
        }
        return state();
    }

    /** Sending goes on, but for what nobody has decided. */
    @PostMapping("/rests/{id}/release")
    State release(@PathVariable UUID id) {
        doubts.release(id, user.scope());
        return state();
    }

    @GetMapping("/doubts")
    ResponseEntity<List<Doubt>> doubts(
            @RequestParam(required = false) @Nullable String creditorId,
            @RequestParam(required = false) @Nullable Channel channel,
            @RequestParam(required = false) @Nullable Boolean proven,
            @RequestParam(defaultValue = "0") int page) {
        DoubtDesk.Which which = new DoubtDesk.Which(creditor(creditorId), channel, proven, null);
        return ResponseEntity.ok()
                .header("X-Total-Count", Long.toString(doubts.count(which, user.scope())))
                .body(doubts.page(which, user.scope(), Math.min(Math.max(page, 0), 1_000_000), PAGE));
    }

    /**
     * What is said of them.
     *
     * @param answer LEFT or STAYED
     * @param creditorId of this creditor; absent: of all
     * @param channel planned over this channel; absent: over all
     * @param contact this one; absent: all
     */
    record Saying(
            @Nullable String answer,
            @Nullable String creditorId,
            @Nullable String channel,
            @Nullable String contact) {}

    /** @param answered of how many it is said now */
    record Answered(int answered) {}

    /** Says whether they left (they count as sent) or did not (they are sent). */
    @PostMapping("/doubts/answers")
    Answered answer(@RequestBody Saying said) {
        Doubt.Answer answer = one(Doubt.Answer.values(), said.answer(), "answer");
        if (answer == null) {
            throw Refusal.unacceptable("answer", Said.of("sending.answer", "Please say LEFT or STAYED."));
        }
        return new Answered(doubts.answer(
                new DoubtDesk.Which(
                        creditor(said.creditorId()),
                        one(Channel.values(), said.channel(), "channel"),
                        null,
                        contact(said.contact())),
                answer,
                user.scope()));
    }

    private @Nullable String creditor(@Nullable String id) {
        if (id != null && (!user.scope().allows(id) || creditors.find(id).isEmpty())) {
            throw Refusal.unacceptable(
                    "creditorId", Said.of("stop.creditor", "There is no creditor {0}.", Legible.quoted(id)));
        }
        return id;
    }

    private static <E extends Enum<E>> @Nullable E one(E[] all, @Nullable String name, String field) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.unacceptable(
                        field,
                        Said.of(
                                "sending.unknown",
                                "{0} is not known. Known are {1}.",
                                Legible.quoted(name),
                                String.join(
                                        ", ", Arrays.stream(all).map(Enum::name).toList()))));
    }

    private static @Nullable UUID contact(@Nullable String id) {
        try {
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.unacceptable(
                    "contact", Said.of("sending.contact", "{0} is no id of a contact.", Legible.quoted(id)));
        }
    }
}

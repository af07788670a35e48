package dev.kulanz.orders;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kulanz.access.CurrentUser;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.ListPage;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import dev.kulanz.shared.Unseen;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a shop's systems know of an order: 201 when taken, 200 with the same body when repeated, 409 with other content. An invoice
 * that is not here yet is no error: the event is kept, and counts once it comes.
 */
@RestController
@RequestMapping("/api/v1/order-events")
class OrderEventController {

    private static final int MOST = 1_000;
    private static final int MOST_ERRORS = 20;

    private final OrderEventTaking taking;
    private final OrderEvents events;
    private final CurrentUser user;
    private final BusinessClock clock;

    OrderEventController(OrderEventTaking taking, OrderEvents events, CurrentUser user, BusinessClock clock) {
        this.clock = clock;
        this.taking = taking;
        this.events = events;
        this.user = user;
    }

    /** HeldItems the invoice, or lets it go: a debit presented or returned, a return announced or received, and so on. */
    @PostMapping
    ResponseEntity<OrderEvent> take(@RequestBody OrderEventOrder order) {
        check(order.errors(clock.today()));
        OrderEventTaking.Outcome outcome = all(List.of(order)).get(0);
        if (outcome instanceof OrderEventTaking.Outcome.Taken taken) {
            return ResponseEntity.status(taken.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                    .body(taken.event());
        }
        throw ((OrderEventTaking.Outcome.Refused) outcome).why();
    }

    record Several(@Nullable List<@Nullable OrderEventOrder> events) {}

    /**
     * What became of several.
     *
     * @param taken how many were new
     * @param repeated how many were told before with the same content
     */
    record Answer(int taken, int repeated, List<Refused> refused) {}

    /**
     * One that was not taken.
     *
     * @param index its place in the list, from 0
     * @param status as if it had been told alone: 409 or 422
     */
    record Refused(
            int index,
            @Nullable String externalId,
            int status,
            String message,
            @JsonIgnoreProperties("said") List<FieldError> errors) {}

    /**
     * Up to 1,000 at once. A list in which one can't be meant is refused as a whole; what contradicts what is known here keeps none
     * of the others out.
     */
    @PostMapping("/list")
    Answer takeAll(@RequestBody Several several) {
        List<@Nullable OrderEventOrder> told = several.events();
        if (told == null || told.isEmpty() || told.size() > MOST) {
            throw Refusal.unacceptable("events", Said.of("order.list", "Please send a list of 1 to {0} events.", MOST));
        }
        List<OrderEventOrder> orders = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            OrderEventOrder order = told.get(i);
            if (order == null) {
                throw Refusal.unacceptable(
                        "events[" + i + "]", Said.of("order.list.none", "There is nothing at this place."));
            }
            String place = "events[" + i + "].";
            order.errors(clock.today()).forEach(error -> errors.add(error.in(place)));
            orders.add(order);
        }
        check(errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
        return answer(orders, all(orders));
    }

    private static void check(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Refusal.unacceptable(Said.of("order.not", "This can't be taken."), "This can't be taken.", errors);
        }
    }

    private List<OrderEventTaking.Outcome> all(List<OrderEventOrder> orders) {
        List<OrderEventTaking.Outcome> outcomes = taking.take(orders, user.scope());
        boolean mayHaveMissed = outcomes.stream()
                .anyMatch(one -> one instanceof OrderEventTaking.Outcome.Taken taken
                        && taken.isNew()
                        && !taken.event().known());
        if (mayHaveMissed) {
            taking.meet();
        }
        return outcomes;
    }

    private static Answer answer(List<OrderEventOrder> orders, List<OrderEventTaking.Outcome> outcomes) {
        int taken = 0;
        int repeated = 0;
        List<Refused> refused = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof OrderEventTaking.Outcome.Taken one) {
                taken += one.isNew() ? 1 : 0;
                repeated += one.isNew() ? 0 : 1;
            } else {
                Refusal why = ((OrderEventTaking.Outcome.Refused) outcomes.get(i)).why();
                HttpStatus status =
                        why.kind() == Refusal.Kind.CONFLICT ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
                refused.add(new Refused(
                        i, orders.get(i).externalId(), status.value(), String.valueOf(why.getMessage()), why.errors()));
            }
        }
        return new Answer(taken, repeated, refused);
    }

    /** A number that nobody can have written is found nowhere. */
    private static String written(String invoiceId) {
        return Legible.isLine(invoiceId) ? Unseen.foldedId(invoiceId) : "";
    }

    /** The latest first, of an invoice or of all; with {@code waiting} those alone whose invoice is not here yet. */
    @GetMapping
    ResponseEntity<List<OrderEvent>> list(
            @RequestParam(required = false) @Nullable String invoiceId,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        String invoice = invoiceId == null ? null : written(invoiceId);
        return ResponseEntity.ok()
                .header("X-Total-Count", Long.toString(events.count(invoice, waiting, user.scope())))
                .body(events.latest(invoice, waiting, user.scope(), new ListPage(page, size)));
    }
}

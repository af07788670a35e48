package dev.kulanz.payments;

import dev.kulanz.access.CurrentUser;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Payments from other systems: 201 when booked, 200 with the same body when repeated, 409 with other content. */
@RestController
@RequestMapping("/api/v1/payments")
class PaymentController {

    private final Payments payments;
    private final PaymentReturns returns;
    private final PaymentFeeds feeds;
    private final CurrentUser user;

    PaymentController(Payments payments, PaymentReturns returns, PaymentFeeds feeds, CurrentUser user) {
        this.payments = payments;
        this.returns = returns;
        this.feeds = feeds;
        this.user = user;
    }

    @PostMapping
    ResponseEntity<Payment> book(@RequestBody PaymentOrder order) {
        Payments.Booked booked = payments.book(order, user.scope());
        feeds.seen(order.creditorId(), order.valueDate());
        return ResponseEntity.status(booked.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(booked.payment());
    }

    /** A payment came back: 201 when booked, 200 when it was reported before, 404 for an unknown payment. */
    @PostMapping("/returns")
    ResponseEntity<Payment> takeBack(@RequestBody ReturnOrder order) {
        Payments.Booked booked = returns.book(order, user.scope());
        return ResponseEntity.status(booked.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(booked.payment());
    }
}

package dev.kulanz.payments;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far each creditor's payments are known. */
@RestController
@RequestMapping("/api/v1/payments")
class PaymentFeedController {

    private final PaymentFeeds feeds;
    private final CurrentUser user;

    PaymentFeedController(PaymentFeeds feeds, CurrentUser user) {
        this.feeds = feeds;
        this.user = user;
    }

    record SeenUntil(@Nullable String creditorId, @Nullable LocalDate until) {}

    record Expected(@Nullable Integer rhythm) {}

    /** All payments until this day are known, also where there were none: days without a payment are reported, too. */
    @PostMapping("/seen-until")
    PaymentFeed seenUntil(@RequestBody SeenUntil seen) {
        if (seen.creditorId() == null) {
            throw Refusal.unacceptable("creditorId", "Please name the creditor.");
        }
        if (seen.until() == null) {
            throw Refusal.unacceptable("until", "Please name the last day whose payments are all known.");
        }
        return feeds.seenUntil(seen.creditorId(), seen.until(), user.scope());
    }

    /** Of the creditors of whom something was reported or is expected. */
    @GetMapping("/feeds")
    List<PaymentFeed> feeds() {
        return feeds.all(user.scope());
    }

    /** How often payments are reported: every {@code rhythm} bank days; 0: no report is expected. */
    @PutMapping("/feeds/{creditorId}")
    PaymentFeed expect(@PathVariable String creditorId, @RequestBody Expected expected) {
        if (expected.rhythm() == null) {
            throw Refusal.unacceptable(
                    "rhythm", "Please say every how many bank days payments are reported; 0: never.");
        }
        return feeds.expect(creditorId, expected.rhythm(), user.scope());
    }
}

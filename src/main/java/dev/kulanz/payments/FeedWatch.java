package dev.kulanz.payments;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.watch.Reading;
import dev.kulanz.watch.Sign;
import dev.kulanz.watch.Watch;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Creditors whose payments are known too little for anybody to be asked for money. */
@Component
class FeedWatch implements Watch {

    /** So many creditors have a metric of their own: those whose payments are known least. */
    private static final int NAMED = 50;

    private final PaymentFeeds feeds;
    private final BusinessClock clock;

    FeedWatch(PaymentFeeds feeds, BusinessClock clock) {
        this.feeds = feeds;
        this.clock = clock;
    }

    /** A day comes to its end, not a machine: whoever reports by noon need not be woken. */
    @Override
    public Sign sign() {
        return Sign.warning("payment-feed").every(Duration.ofMinutes(1)).withItsOwnLineOnTheDesk();
    }

    @Override
    public Reading look() {
        List<PaymentFeed> all = feeds.all(CreditorScope.ALL);
        Reading reading = Reading.of(
                "kulanz.payment.feeds.stale",
                "Creditors of whom nobody is asked for money, for later payments are not known",
                all.stream().filter(PaymentFeed::stale).count());
        LocalDate today = clock.today();
        List<PaymentFeed> oldest = all.stream()
                .filter(feed -> feed.freshUntil() != null && feed.seenUntil() != null)
                .sorted(Comparator.comparing(feed -> Objects.requireNonNull(feed.seenUntil())))
                .limit(NAMED)
                .toList();
        for (PaymentFeed feed : oldest) {
            LocalDate seen = Objects.requireNonNull(feed.seenUntil());
            reading = reading.and(
                            "kulanz.payment.feed.age.days",
                            "Since the last day whose payments are known",
                            Map.of("creditor", feed.creditorId()),
                            ChronoUnit.DAYS.between(seen, today))
                    .wrongIf(feed.stale(), feed.creditorId(), seen);
        }
        return reading;
    }
}

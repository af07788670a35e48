package dev.kulanz.contact;

import dev.kulanz.watch.Reading;
import dev.kulanz.watch.Sign;
import dev.kulanz.watch.Watch;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Messages of which nobody knows whether they went out. */
@Component
class UnknownWatch implements Watch {

    private final Contacts contacts;

    UnknownWatch(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public Sign sign() {
        return Sign.warning("unknown-deliveries").after(Duration.ZERO).withItsOwnLineOnTheDesk();
    }

    @Override
    public Reading look() {
        long unknown = contacts.countAllUnknown();
        return Reading.of("kulanz.contacts.unknown", "Messages of unknown fate: a person finds out", unknown)
                .wrongIf(unknown > 0, "", unknown);
    }
}

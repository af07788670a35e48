package dev.kulanz.contact;

import dev.kulanz.watch.Reading;
import dev.kulanz.watch.Sign;
import dev.kulanz.watch.Watch;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Without an address for links nothing is sent. */
@Component
class AddressWatch implements Watch {

    private final MissingAddress address;

    AddressWatch(MissingAddress address) {
        this.address = address;
    }

    @Override
    public Sign sign() {
        return Sign.sendingRests("links-address").after(Duration.ZERO).withItsOwnLineOnTheDesk();
    }

    @Override
    public Reading look() {
        boolean isMissing = address.state() == MissingAddress.State.MISSING;
        return Reading.of(
                        "kulanz.links.address.missing", "1: nothing is sent, for links lead nowhere", isMissing ? 1 : 0)
                .wrongIf(isMissing, "");
    }
}

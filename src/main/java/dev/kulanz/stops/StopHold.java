package dev.kulanz.stops;

import dev.kulanz.contact.Hold;
import org.springframework.stereotype.Component;

/** What a stop covers waits. */
@Component
class StopHold implements Hold {

    @Override
    public String why() {
        return "sending is stopped";
    }

    @Override
    public String condition() {
        return "is_stopped(c.creditor_id, c.step, c.channel)";
    }
}

package dev.kulanz.contact;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where messages stay when nothing else carries them, and always in the demo: to be read on the desk. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class LocalOutbox implements ChannelAdapter {

    @Override
    public boolean carries(Channel channel) {
        return channel == Channel.EMAIL || channel == Channel.LETTER;
    }

    @Override
    public boolean staysHere() {
        return true;
    }

    @Override
    public Delivery deliver(OutgoingMessage message) {
        return new Delivery.Taken();
    }
}

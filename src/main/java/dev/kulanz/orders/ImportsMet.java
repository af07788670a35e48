package dev.kulanz.orders;

import dev.kulanz.receivables.ListKept;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An event that was told while its invoice was being imported saw no invoice, and the import no event. */
@Component
class ImportsMet {

    private final OrderEventTaking taking;

    ImportsMet(OrderEventTaking taking) {
        this.taking = taking;
    }

    @EventListener
    void on(ListKept kept) {
        taking.meet();
    }
}

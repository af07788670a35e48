package dev.kulanz.contact;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.receivables.CreditorCompleted;
import dev.kulanz.receivables.Creditors;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who hears that he owes money must see from whom he hears it, where to pay and whom to ask; that holds for a confirmation and a
 * call as for a demand. As long as a creditor has not said it, nothing is sent for it.
 */
@Component
class IncompleteCreditor implements Hold {

    private static final Logger LOG = LoggerFactory.getLogger(IncompleteCreditor.class);

    private final Backlog backlog;
    private final Creditors creditors;

    IncompleteCreditor(Backlog backlog, Creditors creditors) {
        this.backlog = backlog;
        this.creditors = creditors;
    }

    @Override
    public String why() {
        return "waits until the creditor is complete";
    }

    @Override
    public String condition() {
        return "c.creditor_id in (select creditor_id from incomplete_creditor)";
    }

    /** What waited may be much by now: no more of it goes out on one day than on others. */
    @EventListener
    void on(CreditorCompleted completed) {
        backlog.release(new Slice(completed.creditorId(), null, null));
    }

    @EventListener
    void on(ApplicationReadyEvent event) {
        List<Creditors.Listed> incomplete = creditors.incomplete(CreditorScope.ALL);
        if (!incomplete.isEmpty()) {
            LOG.warn(
                    "Nothing is sent for creditors who do not say all that messages need, please complete them: {}",
                    incomplete.stream()
                            .map(one -> one.id() + " " + one.missing())
                            .collect(Collectors.joining(", ")));
        }
    }
}

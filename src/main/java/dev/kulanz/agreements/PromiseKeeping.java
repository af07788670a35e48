package dev.kulanz.agreements;

import dev.kulanz.agreements.Promise.Status;
import dev.kulanz.cases.CaseJoined;
import dev.kulanz.cases.CaseSettled;
import dev.kulanz.cases.CaseWrittenOff;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.receivables.BalancesChanged;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A promise is kept at the moment at which all of it is paid, by whomever, or the case is settled. */
@Component
class PromiseKeeping {

    private final PromiseTable table;
    private final Cases cases;
    private final PromiseConclusion conclusion;

    PromiseKeeping(PromiseTable table, Cases cases, PromiseConclusion conclusion) {
        this.table = table;
        this.cases = cases;
        this.conclusion = conclusion;
    }

    @EventListener
    void on(BalancesChanged changed) {
        for (Promise promise : open(changed.accountIds())) {
            if (promise.judged(table.paidSince(promise)) == Status.KEPT) {
                conclusion.conclude(promise, Status.KEPT);
            }
        }
    }

    @EventListener
    void on(CaseSettled event) {
        open(event.settled()).forEach(promise -> conclusion.conclude(promise, Status.KEPT));
    }

    @EventListener
    void on(CaseWrittenOff event) {
        open(event.writtenOff()).forEach(promise -> conclusion.conclude(promise, Status.LAPSED));
    }

    /** Its block goes along and holds to its end; what was promised for this case alone is no longer judged. */
    @EventListener
    void on(CaseJoined event) {
        open(event.younger()).forEach(promise -> conclusion.conclude(promise, Status.REPLACED));
    }

    private List<Promise> open(DunningCase of) {
        return open(List.of(of.accountId())).stream()
                .filter(promise -> promise.caseId().equals(of.id()))
                .toList();
    }

    /** Locked one after the other, and read again: somebody else may have concluded one in between. */
    private List<Promise> open(Collection<UUID> accountIds) {
        return table.openOf(accountIds).stream()
                .map(promise -> {
                    cases.lock(promise.caseNumber());
                    return table.find(promise.id()).orElseThrow();
                })
                .filter(Promise::isOpen)
                .toList();
    }
}

package dev.kulanz.desk;

import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.cases.CaseCredits;
import dev.kulanz.cases.CaseItems;
import dev.kulanz.cases.CaseSearch;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.Lifting;
import dev.kulanz.cases.NextActions;
import dev.kulanz.cases.Notices;
import dev.kulanz.cases.Waiting;
import dev.kulanz.receivables.ContactPoints;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.receivables.Debtors;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.receivables.Representatives;
import dev.kulanz.receivables.Rests;
import dev.kulanz.shared.BusinessClock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes a case file out of the cabinet. */
@Component
class CaseFiles {

    private final CaseSearch search;
    private final Debtors debtors;
    private final Creditors creditors;
    private final ContactPoints contactPoints;
    private final CaseItems items;
    private final Rests rests;
    private final Notices notices;
    private final Blocks blocks;
    private final Lifting lifting;
    private final Representatives representatives;
    private final NextActions nextActions;
    private final CaseCredits credits;
    private final Waiting waiting;
    private final BusinessClock clock;

    CaseFiles(
            CaseSearch search,
            Debtors debtors,
            Creditors creditors,
            ContactPoints contactPoints,
            CaseItems items,
            Rests rests,
            Notices notices,
            Blocks blocks,
            Lifting lifting,
            Representatives representatives,
            NextActions nextActions,
            CaseCredits credits,
            Waiting waiting,
            BusinessClock clock) {
        this.search = search;
        this.debtors = debtors;
        this.creditors = creditors;
        this.contactPoints = contactPoints;
        this.items = items;
        this.rests = rests;
        this.notices = notices;
        this.blocks = blocks;
        this.lifting = lifting;
        this.representatives = representatives;
        this.nextActions = nextActions;
        this.credits = credits;
        this.waiting = waiting;
        this.clock = clock;
    }

    CaseFile of(DunningCase one) {
        List<ItemBalance> all = items.all(one.id());
        List<CaseBlock> held = blocks.active(one);
        return new CaseFile(
                one,
                search.of(one),
                debtors.get(one.debtorId()),
                creditors.get(one.creditorId()),
                contactPoints.of(one.debtorId()),
                all,
                rests.among(all),
                items.movedOn(one.id()),
                notices.ofCase(one.id()),
                held,
                lifting.questions(one, held),
                representatives.of(one.debtorId()).orElse(null),
                nextActions.of(List.of(one.number())).get(one.number()),
                credits.of(one),
                waiting.of(one).orElse(null),
                clock.today());
    }
}

package dev.kulanz.desk;

import dev.kulanz.cases.CaseBlock;
import dev.kulanz.cases.CaseItems;
import dev.kulanz.cases.CaseSummary;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.LiftQuestion;
import dev.kulanz.cases.NextAction;
import dev.kulanz.cases.Notices.Notice;
import dev.kulanz.receivables.ContactPoint;
import dev.kulanz.receivables.Creditor;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.receivables.Representative;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the head of a case file shows.
 *
 * @param rests of the items those of which the creditor only said what was left
 * @param questions what has to be answered before a block is lifted, by its id; absent: nothing
 * @param credit what the debtor has to his credit in this currency, in major units; zero: nothing
 * @param needed how much must be open before anything is asked for; null: enough is
 */
record CaseFile(
        DunningCase itself,
        CaseSummary summary,
        Debtor debtor,
        Creditor creditor,
        List<ContactPoint> contactPoints,
        List<ItemBalance> items,
        Set<UUID> rests,
        List<CaseItems.MovedOn> movedOn,
        Map<UUID, List<Notice>> notices,
        List<CaseBlock> blocks,
        Map<UUID, LiftQuestion> questions,
        @Nullable Representative representative,
        @Nullable NextAction next,
        BigDecimal credit,
        @Nullable BigDecimal needed,
        LocalDate today) {

    /** The invoices of which something is open, each once, the oldest first. */
    public List<String> openInvoices() {
        return items.stream()
                .filter(ItemBalance::isOpen)
                .map(ItemBalance::invoiceId)
                .distinct()
                .toList();
    }

    /** Whether its amount is what was left of it when it came here. */
    public boolean isRest(ItemBalance item) {
        return rests.contains(item.id());
    }

    public List<Notice> noticesOf(ItemBalance item) {
        return notices.getOrDefault(item.id(), List.of());
    }

    /** The invoice that a block is about; null: the whole case, or the person. */
    public @Nullable String invoiceOf(CaseBlock block) {
        return items.stream()
                .filter(item -> item.id().equals(block.openItemId()))
                .map(ItemBalance::invoiceId)
                .findFirst()
                .orElse(null);
    }

    public long daysOverdue(ItemBalance item) {
        return item.isOverdue(today) ? ChronoUnit.DAYS.between(item.dueDate(), today) : 0;
    }
}

package dev.kulanz.payments;

import dev.kulanz.receivables.ItemBalance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which items a payment pays: what the debtor names first (§ 366 I BGB), then the oldest due (§ 366 II BGB). */
final class Allocation {

    private Allocation() {}

    /**
     * A part of a payment.
     *
     * @param itemId null: more was paid than is open; a credit of the account
     */
    record Part(@Nullable UUID itemId, BigDecimal amount) {}

    static List<Part> of(BigDecimal amount, @Nullable String designated, List<ItemBalance> items) {
        List<ItemBalance> order = items.stream()
                .filter(ItemBalance::isOpen)
                .sorted(Comparator.<ItemBalance, Boolean>comparing(
                                item -> !item.invoiceId().equals(designated))
                        .thenComparing(ItemBalance::dueDate)
                        .thenComparing(ItemBalance::invoiceId))
                .toList();
        List<Part> parts = new ArrayList<>();
        BigDecimal left = amount;
        for (ItemBalance item : order) {
            BigDecimal part = left.min(item.openAmount());
            if (part.signum() > 0) {
                parts.add(new Part(item.id(), part));
                left = left.subtract(part);
            }
        }
        if (left.signum() > 0) {
            parts.add(new Part(null, left));
        }
        return parts;
    }
}

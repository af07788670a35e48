package dev.kulanz.contact;

import dev.kulanz.receivables.Limits;
import java.math.BigDecimal;
import java.util.List;

/**
 * The ways to contact somebody in a step, and whether what he owes is worth them. This stands behind the rules, so that no
 * table can send a letter for a few cents.
 *
 * @param open what the rules permit, the creditor uses and something carries here
 * @param owed what he would be asked for, in major units
 */
record Ways(List<Choice> open, BigDecimal owed, Limits limits) {

    Ways {
        open = List.copyOf(open);
    }

    /** Those that it is worth. */
    List<Choice> worth() {
        return open.stream()
                .filter(choice -> isWorth(choice.channel(), owed, limits))
                .toList();
    }

    /** There are ways, but what is owed is worth none of them. */
    boolean waitForMore() {
        return !open.isEmpty() && worth().isEmpty();
    }

    static boolean isWorth(Channel channel, BigDecimal owed, Limits limits) {
        return !channel.isCostly() || owed.compareTo(limits.letterOrCall()) >= 0;
    }
}

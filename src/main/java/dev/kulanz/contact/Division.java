package dev.kulanz.contact;

import dev.kulanz.cases.CaseItems;
import dev.kulanz.receivables.ItemBalance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a message may say of each item. Each is told at its own level: what the message says of its step holds for the main
 * items alone; the others have a part of their own, with its own sum and day to pay.
 *
 * @param main never empty in a demand, the oldest due date first
 * @param parts what else is asked for, in the order in which it is said
 * @param before what the main items were told of before
 * @param newDay whether the day to pay is another than the one that the main items were given before
 */
record Division(List<ItemBalance> main, List<Part> parts, Before before, boolean newDay) {

    /** How often the main items were written of before. */
    enum Before {
        /** Not of interest: the message claims nothing of the kind. */
        WHATEVER,
        NEVER,
        ONCE,
        OFTEN
    }

    /** What is said of items that stand at another level than the message. */
    enum Level {
        /** Written of before, and this is their Mahnung. */
        MAHNUNG,
        /** Written of before. */
        REMINDER,
        /** Never written of. */
        FIRST;

        /** Its name in the keys of the words. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Items that are asked for beside the main ones.
     *
     * @param payBy until when to pay these
     */
    record Part(Level level, List<ItemBalance> items, LocalDate payBy) {

        public BigDecimal total() {
            return CaseItems.sum(items);
        }
    }

    /** A message that says the same of all of them. */
    static Division undivided(List<ItemBalance> items) {
        return new Division(items, List.of(), Before.WHATEVER, false);
    }

    /** All that the message asks for. */
    BigDecimal whole() {
        return parts.stream().map(Part::total).reduce(ofMain(), BigDecimal::add);
    }

    BigDecimal ofMain() {
        return CaseItems.sum(main);
    }

    /** Until when to pay an item; null if it is none of a part. */
    @Nullable LocalDate partDay(ItemBalance item) {
        return parts.stream()
                .filter(part -> part.items().contains(item))
                .map(Part::payBy)
                .findFirst()
                .orElse(null);
    }
}

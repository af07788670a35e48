package dev.kulanz.contact;

import dev.kulanz.receivables.ItemBalance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a message is about besides what is owed: the promise that it confirms, the payment that came back, the hand-over
 * that it announces. What is not known is not mentioned.
 *
 * @param amount that was promised, or of the payment, in major units of the case's currency
 * @param left what is still to be paid of it, never more than is owed; null: all of it
 * @param day e.g. until when somebody promised to pay
 * @param reminderOn when he is reminded of that day; null if he is not
 * @param party somebody else who is named, such as the collection agency with its address, in one line
 * @param items the open items it is about
 * @param opened what a return made owed again of each item, as far as it is still open; empty if it is about none
 */
public record Occasion(
        @Nullable BigDecimal amount,
        @Nullable BigDecimal left,
        @Nullable LocalDate day,
        @Nullable LocalDate reminderOn,
        @Nullable String party,
        List<ItemBalance> items,
        Map<UUID, BigDecimal> opened) {

    /** It has opened nothing again. */
    public Occasion(
            @Nullable BigDecimal amount,
            @Nullable BigDecimal left,
            @Nullable LocalDate day,
            @Nullable LocalDate reminderOn,
            @Nullable String party,
            List<ItemBalance> items) {
        this(amount, left, day, reminderOn, party, items, Map.of());
    }

    /** Nothing is known besides. */
    public static final Occasion NONE = new Occasion(null, null, null, null, null, List.of());

    /** An amount and a day, as of a payment. */
    public static Occasion of(BigDecimal amount, LocalDate day) {
        return new Occasion(amount, null, day, null, null, List.of());
    }
}

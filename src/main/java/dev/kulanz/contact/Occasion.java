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
 * @param receipt what came of it; null: nothing, or it is not of interest
 * @param rest what of the case rests because of it; null: all, or it is not of interest
 */
public record Occasion(
        @Nullable BigDecimal amount,
        @Nullable BigDecimal left,
        @Nullable LocalDate day,
        @Nullable LocalDate reminderOn,
        @Nullable String party,
        List<ItemBalance> items,
        Map<UUID, BigDecimal> opened,
        @Nullable Receipt receipt,
        @Nullable Rest rest) {

    /**
     * What came in and what was done with it, in major units; null or zero is not mentioned.
     *
     * @param paid of what was promised
     * @param credit what the debtor has to his credit now
     * @param forgiven the small rest that was closed as goodwill
     */
    public record Receipt(
            @Nullable BigDecimal paid,
            @Nullable BigDecimal credit,
            @Nullable BigDecimal forgiven) {}

    /**
     * What rests of a case in part.
     *
     * @param invoices that rest; empty: nothing does
     * @param goesOn what is open besides and is asked for, in major units
     */
    public record Rest(List<String> invoices, BigDecimal goesOn) {}

    /** Nothing came of it so far. */
    public Occasion(
            @Nullable BigDecimal amount,
            @Nullable BigDecimal left,
            @Nullable LocalDate day,
            @Nullable LocalDate reminderOn,
            @Nullable String party,
            List<ItemBalance> items,
            Map<UUID, BigDecimal> opened) {
        this(amount, left, day, reminderOn, party, items, opened, null, null);
    }

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

    /** The same, and what came of it. */
    public Occasion with(Receipt came) {
        return new Occasion(amount, left, day, reminderOn, party, items, opened, came, rest);
    }

    /** The same, and what rests because of it. */
    public Occasion with(@Nullable Rest resting) {
        return new Occasion(amount, left, day, reminderOn, party, items, opened, receipt, resting);
    }

    /** An amount and a day, as of a payment. */
    public static Occasion of(BigDecimal amount, LocalDate day) {
        return new Occasion(amount, null, day, null, null, List.of());
    }
}

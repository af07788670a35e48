package dev.kulanz.payments;

import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import dev.kulanz.shared.Unseen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment that came back, as another system reports it.
 *
 * @param valueDate day on which the bank took it back; null: today
 * @param reason ISO 20022 reason code such as AM04, or the bank's words
 */
public record ReturnOrder(
        String creditorId,
        String externalId,
        @Nullable LocalDate valueDate,
        @Nullable String reason) {

    private static final int LONGEST = 140;

    public ReturnOrder {
        creditorId = folded(creditorId);
        externalId = folded(externalId);
        List<FieldError> errors = new ArrayList<>();
        if (isNoId(creditorId)) {
            errors.add(new FieldError("creditorId", Said.of("field.none", "Please give {0}.", "creditorId")));
        }
        if (isNoId(externalId)) {
            errors.add(new FieldError(
                    "externalId",
                    Said.of("return.payment", "Please give the externalId of the payment that came back.")));
        }
        if (reason != null && (reason.length() > LONGEST || !Legible.isLine(reason))) {
            errors.add(new FieldError(
                    "reason", Said.of("return.reason", "At most {0} characters in one line, please.", LONGEST)));
        }
        if (!errors.isEmpty()) {
            throw Refusal.unacceptable(
                    Said.of("return.not", "This return can't be booked."), "This return can't be booked.", errors);
        }
    }

    @SuppressWarnings("NullAway") // whoever sends JSON may leave it out: that is told above
    private static String folded(String id) {
        return id == null ? null : Unseen.foldedId(id);
    }

    private static boolean isNoId(@Nullable String value) {
        return value == null || Legible.isBlank(value) || value.length() > LONGEST || !Legible.isLine(value);
    }
}

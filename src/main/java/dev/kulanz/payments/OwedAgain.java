package dev.kulanz.payments;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment came back, and these items are owed again; told within the transaction that books it, before any case hears of it.
 *
 * @param reason ISO 20022 reason code or words of the bank
 * @param day on which the bank took it back
 */
public record OwedAgain(List<UUID> itemIds, @Nullable String reason, LocalDate day) {}

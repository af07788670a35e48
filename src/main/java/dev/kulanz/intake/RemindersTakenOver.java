package dev.kulanz.intake;

import java.util.Collection;
import java.util.UUID;

/** Another system says at which step items of these accounts stand. Told within the transaction. */
public record RemindersTakenOver(Collection<UUID> accountIds) {}

package dev.kulanz.contact;

import dev.kulanz.departures.Departure;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way out, with everything filled in.
 *
 * @param contactId the row of the outbox
 * @param messageId stable for the contact, so that a mail server can recognise a repetition
 * @param replyTo where the reader's answer goes; null: to the sender
 */
record OutgoingMessage(
        UUID contactId,
        String caseNumber,
        Channel channel,
        String messageId,
        String recipient,
        String senderName,
        @Nullable String replyTo,
        String language,
        String subject,
        String text,
        String html,
        @Nullable Departure departure)
        implements Outgoing {}

package dev.kulanz.contact;

import org.jspecify.annotations.Nullable;

/**
 * A message on its way out, with everything filled in.
 *
 * @param messageId stable for the contact, so that a mail server can recognise a repetition
 * @param replyTo where the reader's answer goes; null: to the sender
 */
record OutgoingMessage(
        Channel channel,
        String messageId,
        String recipient,
        String senderName,
        @Nullable String replyTo,
        String language,
        String subject,
        String text,
        String html) {}

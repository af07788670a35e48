/**
 * Choosing, composing and sending messages: the outbox table, the send gate and the channel adapters.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "watch",
            "journal",
            "departures",
            "access",
            "decisions",
            "receivables",
            "cases",
            "payments",
            "agreements"
        })
package dev.kulanz.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The pages on which staff work all day: portfolio, cases, case file, outbox, import, incidents, models, users.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "journal",
            "decisions",
            "access",
            "receivables",
            "cases",
            "intake",
            "payments",
            "agreements",
            "contact",
            "stops",
            "voice",
            "handover",
            "journey"
        })
package dev.kulanz.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

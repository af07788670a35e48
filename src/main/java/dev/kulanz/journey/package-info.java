/**
 * The only importer of the process engine: delegates, signals in, engine set-up, model deployment and check, identity bridge, the pump.
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
            "intake",
            "payments",
            "agreements",
            "contact",
            "voice",
            "handover",
            "orders"
        })
package dev.kulanz.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What must be true before a case goes to a collection agency, the dossier, and the talk with the agency.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "journal",
            "departures",
            "access",
            "decisions",
            "receivables",
            "cases",
            "payments",
            "agreements",
            "contact"
        })
package dev.kulanz.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

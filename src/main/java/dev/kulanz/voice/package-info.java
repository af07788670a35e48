/**
 * Calls: what is said and understood on the phone, and the port to telephony.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "journal",
            "access",
            "decisions",
            "receivables",
            "cases",
            "agreements",
            "contact"
        })
package dev.kulanz.voice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The sample portfolio, whose debtors go on living as time moves, the demo users and the time machine; only in the profile demo.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "journal",
            "access",
            "receivables",
            "cases",
            "intake",
            "payments",
            "agreements",
            "contact",
            "voice",
            "handover",
            "journey",
            "desk"
        })
package dev.kulanz.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

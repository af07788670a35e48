package dev.kulanz.architecture.twin;

import org.kie.api.KieServices;

/** Speaks with Drools outside the decisions. */
final class UsesDrools {

    KieServices services() {
        return KieServices.get();
    }
}

package dev.kulanz.journey;

import dev.kulanz.handover.Transmissions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Transmit case": gives the released case to the agency, or reminds it if it has it and is silent. */
@Component
class TransmitCase implements JavaDelegate {

    private final Transmissions transmissions;

    TransmitCase(Transmissions transmissions) {
        this.transmissions = transmissions;
    }

    @Override
    public void execute(DelegateExecution step) {
        transmissions.transmit(step.getProcessBusinessKey());
    }
}

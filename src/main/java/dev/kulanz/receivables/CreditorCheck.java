package dev.kulanz.receivables;

import dev.kulanz.shared.FieldError;
import java.util.List;

/** A module that has to work with what a creditor says of itself, and looks at it before it is kept. */
public interface CreditorCheck {

    /** What it can't work with, by the names of the settings; empty if all is well. */
    List<FieldError> faults(Creditor creditor);
}

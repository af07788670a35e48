package dev.kulanz.journey.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much a finding weighs. */
public enum Severity {
    /** The model would not work, or would leave cases alone: it is not deployed. */
    REFUSAL,

    /** It would run all the same, but people would understand it less or miss something: it is deployed and told of. */
    WARNING;

    /** As programs read it. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

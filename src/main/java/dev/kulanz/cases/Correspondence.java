package dev.kulanz.cases;

import java.time.LocalDate;
import java.util.Optional;

/** What a debtor has heard, and when he could be asked again; told by who writes to him. */
public interface Correspondence {

    /** The day on which a message about this occasion that asks for nothing went out for the first time; empty: none did. */
    Optional<LocalDate> toldOn(DunningCase of, String occasion);

    /** The first day on which he could be asked for money if nothing of the case were blocked. */
    LocalDate nextDemand(DunningCase of);
}

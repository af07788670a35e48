package dev.kulanz.receivables;

import java.util.Set;

/** As what the journal tells that something is known of a person, or of how he is reached, that was not known before. */
public final class PersonChanges {

    static final String DEBTOR_CHANGED = "DebtorChanged";
    static final String POINT_ADDED = "ContactPointAdded";
    static final String POINT_FAILED = "ContactPointFailed";
    static final String REPRESENTATIVE_RECORDED = "RepresentativeRecorded";
    static final String REPRESENTATIVE_REMOVED = "RepresentativeRemoved";

    /** All of these: they belong to the stories of all his cases. */
    public static final Set<String> KINDS =
            Set.of(DEBTOR_CHANGED, POINT_ADDED, POINT_FAILED, REPRESENTATIVE_RECORDED, REPRESENTATIVE_REMOVED);

    private PersonChanges() {}
}

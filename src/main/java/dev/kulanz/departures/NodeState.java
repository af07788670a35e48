package dev.kulanz.departures;

/** Whether this node may send. */
public enum NodeState {
    SENDING,
    /** {@code KULANZ_SENDING=off}. */
    SWITCHED_OFF,
    /** It has not compared yet, or the database can't be reached. */
    LOOKING,
    /** Its data folder can't be written to, so that nothing could be noted before it is sent. */
    NO_HOME,
    /** It waits for another node that was at work when the database was last in use to say what it sent. */
    WAITS_FOR_OTHERS,
    /** The database is taken to be older than what left, until a person has looked. */
    RESTS
}

package dev.kulanz.departures;

/** Why the database is taken to be older than what left. */
public enum RestCause {
    /** The data folder of a node names messages of which the database knows nothing. */
    MARKER,
    /** So does a provider, the folder of the print service, or that of the agency. */
    PROVIDER,
    /** The data folder is a copy of another one. */
    COPY,
    /** The database has sent, but never from this data folder, and none that it knows is at work. */
    STRANGE_HOME,
    /** Another node that was at work when the database was last in use has not said what it sent. */
    OTHER_NODE,
    /** A person says that it was restored. */
    PERSON
}

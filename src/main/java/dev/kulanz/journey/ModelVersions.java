package dev.kulanz.journey;

import dev.kulanz.shared.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The models in force: diagrams, tables and forms, whose version each is, and what the release has brought instead. */
public interface ModelVersions {

    /** Whose version is in force. */
    enum Whose {
        /** That of this release. */
        SHIPPED,
        /** One that the process owner has deployed; a shipped one waits beside it. */
        OWN,
        /** A model that no release has. */
        ADDED
    }

    /**
     * A file.
     *
     * @param version counted by the engine
     * @param since when it was deployed, by business time
     * @param newerShipped the release has brought a version that never was in force
     */
    record Entry(String file, Whose whose, int version, Instant since, boolean newerShipped) {}

    /** What became of a part of a model, seen from the shipped version. */
    enum Change {
        ADDED,
        REMOVED,
        CHANGED,
        MOVED
    }

    /**
     * Something said of a part.
     *
     * @param shipped null: nothing
     * @param own null: nothing
     */
    record Value(
            String what, @Nullable String shipped, @Nullable String own) {}

    /**
     * A part that is not as it was shipped.
     *
     * @param id its id in the file; empty: the order of parts
     * @param element what it is, in the words of its standard: {@code userTask}, {@code rule}
     */
    record Part(
            Change change,
            String id,
            String element,
            @Nullable String name,
            List<Value> values) {}

    /** All files, by name. */
    List<Entry> inForce();

    /**
     * One of them.
     *
     * @throws Refusal if there is none
     */
    Entry get(String file);

    /**
     * The file that is in force.
     *
     * @throws Refusal if there is none
     */
    byte[] fileInForce(String file);

    /**
     * The file that the release has brought.
     *
     * @throws Refusal if it has none of this name
     */
    byte[] shippedFile(String file);

    /** In what the version in force differs from the shipped one; empty: in nothing but its drawing, if at all. */
    List<Part> difference(String file);
}

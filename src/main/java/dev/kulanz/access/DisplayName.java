package dev.kulanz.access;

import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;

/** How colleagues call somebody: a line that may stand between other things. */
public final class DisplayName {

    private static final int LONGEST = 140;

    private DisplayName() {}

    /** The name without spaces around it; throws {@link Refusal} if it is none. */
    public static String checked(String name) {
        String bare = name.strip();
        if (Legible.isBlank(bare)) {
            throw refused(Said.of("users.name.none", "Colleagues need a name to see."));
        }
        if (bare.length() > LONGEST) {
            throw refused(Said.of("users.name.long", "A name has at most {0} characters.", LONGEST));
        }
        if (!Legible.isLine(bare)) {
            throw refused(Said.of(
                    "users.name.line",
                    "A name stands in one line, without control characters and without marks that turn the direction of"
                            + " writing."));
        }
        return bare;
    }

    private static Refusal refused(Said why) {
        return Refusal.unacceptable("displayName", why);
    }
}

package dev.kulanz.access;

import dev.kulanz.shared.Refusal;
import java.util.regex.Pattern;

/** How colleagues call somebody. */
public final class DisplayName {

    private static final Pattern ALLOWED = Pattern.compile("[^\\p{Cc}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]{1,140}");

    private DisplayName() {}

    /** The name without spaces around it; throws {@link Refusal} if it is none. */
    public static String checked(String name) {
        String bare = name.strip();
        if (!ALLOWED.matcher(bare).matches()) {
            throw Refusal.unacceptable(
                    "displayName",
                    bare.isEmpty() ? "Colleagues need a name to see." : "A name has 1 to 140 characters.");
        }
        return bare;
    }
}

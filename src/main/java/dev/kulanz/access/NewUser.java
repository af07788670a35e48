package dev.kulanz.access;

import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A user to be made.
 *
 * @param name 1 to 60 letters, digits, dots, dashes or underscores
 * @param password in plain text; kept nowhere
 */
public record NewUser(String name, String displayName, String password, Role role, CreditorScope scope) {

    static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]{1,60}");

    /** They stand for other places in an address. */
    private static final Set<String> NO_NAMES = Set.of(".", "..");

    /** Throws {@link Refusal} if a name can't be used. */
    public NewUser {
        checkedName(name);
        displayName = DisplayName.checked(displayName.isBlank() ? name : displayName);
    }

    /** The same name; throws {@link Refusal} if it can't be used. */
    public static String checkedName(String name) {
        if (!NAME.matcher(name).matches() || NO_NAMES.contains(name)) {
            throw Refusal.unacceptable(
                    "name",
                    Said.of("users.name", "A user name has 1 to 60 letters, digits, dots, dashes or underscores."));
        }
        return name;
    }

    /** Leaves the password out: this may end up in a log. */
    @Override
    public String toString() {
        return "NewUser[name=" + name + ", role=" + role + "]";
    }
}

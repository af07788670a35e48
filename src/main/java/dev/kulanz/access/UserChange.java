package dev.kulanz.access;

/**
 * What somebody of the staff shall be from now on, all at once.
 *
 * @param displayName as colleagues shall see it
 */
public record UserChange(String displayName, Role role, CreditorScope scope) {

    /** Throws {@link dev.kulanz.shared.Refusal} if the name or a creditor can't be. */
    public UserChange {
        displayName = DisplayName.checked(displayName);
        scope.requireIds();
    }
}

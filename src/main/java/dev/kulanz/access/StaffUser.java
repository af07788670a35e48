package dev.kulanz.access;

import org.springframework.security.core.AuthenticatedPrincipal;

/** Who is logged in, as he was when the request began. */
final class StaffUser implements AuthenticatedPrincipal {

    private final User user;
    private final String passwordHash;

    StaffUser(UserTable.Account account) {
        this.user = account.user();
        this.passwordHash = account.passwordHash();
    }

    User user() {
        return user;
    }

    @Override
    public String getName() {
        return user.name();
    }

    /** What colleagues call him; for pages. */
    public String getDisplayName() {
        return user.displayName();
    }

    boolean isStill(UserTable.Account account) {
        return account.user().equals(user) && hasPasswordOf(account);
    }

    boolean hasPasswordOf(UserTable.Account account) {
        return account.passwordHash().equals(passwordHash);
    }
}

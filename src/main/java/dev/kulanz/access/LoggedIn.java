package dev.kulanz.access;

import dev.kulanz.journal.Actor;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who acts in this thread: the logged-in user, else the system. */
@Component
class LoggedIn implements CurrentUser, Actor {

    private static final String SYSTEM = "system";

    @Override
    public String name() {
        return user().map(User::name).orElse(SYSTEM);
    }

    @Override
    public CreditorScope scope() {
        return user().map(User::scope).orElse(CreditorScope.ALL);
    }

    @Override
    public boolean has(Role role) {
        return user().map(user -> user.role() == role).orElse(true);
    }

    @Override
    public Optional<User> user() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof StaffUser staff
                ? Optional.of(staff.user())
                : Optional.empty();
    }
}

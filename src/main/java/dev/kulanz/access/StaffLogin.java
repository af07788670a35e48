package dev.kulanz.access;

import dev.kulanz.access.doors.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks name and password, for pages and APIs alike, and slows down who guesses. */
@Component
class StaffLogin implements AuthenticationProvider, PasswordCheck {

    private final UserTable users;
    private final Passwords passwords;
    private final LoginAttempts attempts;
    private final KnownPlaces places;
    private final Turns turnsOfStrangers = new Turns();
    private final Turns turnsOfKnown = new Turns();

    StaffLogin(UserTable users, Passwords passwords, LoginAttempts attempts, KnownPlaces places) {
        this.users = users;
        this.passwords = passwords;
        this.attempts = attempts;
        this.places = places;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        Place from = login.getDetails() instanceof WebAuthenticationDetails web
                ? Place.of(web.getRemoteAddress())
                : Place.INSIDE;
        return loggedIn(check(login.getName(), String.valueOf(login.getCredentials()), from));
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    @Override
    public boolean matches(String user, String password) {
        try {
            return check(user, password, Place.INSIDE).user().enabled();
        } catch (BadCredentialsException | TooManyAttempts e) {
            return false;
        }
    }

    /** The proof that the security context holds. */
    static Authentication loggedIn(UserTable.Account account) {
        var role = new SimpleGrantedAuthority("ROLE_" + account.user().role().name());
        return UsernamePasswordAuthenticationToken.authenticated(new StaffUser(account), null, List.of(role));
    }

    private UserTable.Account check(String name, String password, Place from) {
        if (!NewUser.NAME.matcher(name).matches()) {
            throw wrong(); // nobody has such a name: nothing to look up, to hash or to count
        }
        Optional<UserTable.Account> account =
                users.find(name).filter(found -> found.user().enabled());
        // a program that works all day is not shut out because somebody else tries its name
        if (account.isPresent()
                && passwords.provedLately(password, account.get().passwordHash(), from)) {
            return account.get();
        }
        boolean isKnown = !from.equals(Place.INSIDE) && places.contains(name, from);
        Turns turns = isKnown ? turnsOfKnown : turnsOfStrangers;
        if (!turns.await(from)) {
            throw TooManyAttempts.atOnce();
        }
        try {
            // meanwhile somebody before him in the queue may have proved the same, as where a program begins with many
            // at once
            return account.isPresent()
                            && passwords.provedLately(password, account.get().passwordHash(), from)
                    ? account.get()
                    : tried(attempts.begin(name, from, isKnown), password, account);
        } finally {
            turns.leave(from);
        }
    }

    private UserTable.Account tried(LoginAttempts.Try one, String password, Optional<UserTable.Account> account) {
        requireNoPause(one.pause());
        if (isRight(password, account, one.from())) {
            attempts.succeeded(one);
            remember(one.user(), one.from());
            return account.orElseThrow();
        }
        requireNoPause(attempts.failed(one));
        throw wrong();
    }

    private boolean isRight(String password, Optional<UserTable.Account> account, Place from) {
        if (account.isEmpty()) {
            passwords.pretendToCheck();
            return false;
        }
        return passwords.matches(password, account.get().passwordHash(), from);
    }

    private void remember(String name, Place from) {
        if (!from.equals(Place.INSIDE)) {
            places.add(name, from);
        }
    }

    private static void requireNoPause(Duration pause) {
        if (!pause.isZero()) {
            throw new TooManyAttempts(pause);
        }
    }

    private static BadCredentialsException wrong() {
        return new BadCredentialsException("Wrong user name or password.");
    }
}

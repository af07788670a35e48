package dev.kulanz.access;

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

    StaffLogin(UserTable users, Passwords passwords, LoginAttempts attempts) {
        this.users = users;
        this.passwords = passwords;
        this.attempts = attempts;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String address = login.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        return loggedIn(check(login.getName(), String.valueOf(login.getCredentials()), address));
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    @Override
    public boolean matches(String user, String password) {
        try {
            return check(user, password, "engine").user().enabled();
        } catch (BadCredentialsException | TooManyAttempts e) {
            return false;
        }
    }

    /** The proof that the security context holds. */
    static Authentication loggedIn(UserTable.Account account) {
        var role = new SimpleGrantedAuthority("ROLE_" + account.user().role().name());
        return UsernamePasswordAuthenticationToken.authenticated(new StaffUser(account), null, List.of(role));
    }

    private UserTable.Account check(String name, String password, String address) {
        Optional<UserTable.Account> account =
                users.find(name).filter(found -> found.user().enabled());
        // a program that works all day is not shut out because somebody else tries its name
        if (account.isPresent()
                && passwords.provedLately(password, account.get().passwordHash())) {
            return account.get();
        }
        if (attempts.closed(name, address)) {
            throw new TooManyAttempts();
        }
        if (account.isEmpty()) {
            passwords.pretendToCheck(password);
        } else if (passwords.matches(password, account.get().passwordHash())) {
            attempts.succeeded(name);
            return account.get();
        }
        attempts.failed(name, address);
        throw new BadCredentialsException("Wrong user name or password.");
    }
}

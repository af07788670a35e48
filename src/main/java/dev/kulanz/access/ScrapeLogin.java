package dev.kulanz.access;

import dev.kulanz.shared.UnusableSetting;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * The account of a program that scrapes metrics: the user {@code scrape} with the password of {@code KULANZ_SCRAPE_PASSWORD},
 * known behind /actuator only. Without that setting there is none. It is as long as a secret of a machine, so nobody is slowed
 * down who guesses at it.
 */
@Component
class ScrapeLogin {

    static final String ROLE = "SCRAPE";

    private static final String NAME = "scrape";
    private static final int SHORTEST = 16;

    private final byte[] password;

    ScrapeLogin(@Value("${kulanz.scrape-password:}") String password) {
        if (!password.isEmpty() && password.length() < SHORTEST) {
            throw new UnusableSetting(
                    "kulanz.scrape-password has fewer than %d characters.".formatted(SHORTEST),
                    "Set KULANZ_SCRAPE_PASSWORD to a longer one, e.g. from: openssl rand -base64 24");
        }
        this.password = password.getBytes(StandardCharsets.UTF_8);
    }

    /** For one chain only: no bean, or it would hold at all doors. */
    AuthenticationProvider provider() {
        return new AuthenticationProvider() {

            /** Null: it is not him, and the others are asked. */
            @Override
            public @Nullable Authentication authenticate(Authentication login) {
                return isHim(login)
                        ? UsernamePasswordAuthenticationToken.authenticated(
                                NAME, null, List.of(new SimpleGrantedAuthority("ROLE_" + ROLE)))
                        : null;
            }

            @Override
            public boolean supports(Class<?> kind) {
                return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
            }
        };
    }

    private boolean isHim(Authentication login) {
        byte[] tried = String.valueOf(login.getCredentials()).getBytes(StandardCharsets.UTF_8);
        return password.length > 0 && NAME.equals(login.getName()) && MessageDigest.isEqual(password, tried);
    }
}

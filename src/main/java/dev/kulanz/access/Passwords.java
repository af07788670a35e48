package dev.kulanz.access;

import dev.kulanz.access.doors.Place;
import dev.kulanz.shared.Refusal;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords. A check costs about a tenth of a second by design, and a caller of an API proves himself
 * with each request; so checks that succeeded are remembered for a short while ({@link ProvenPasswords}).
 */
@Component
class Passwords {

    /** BCrypt looks at no more. */
    private static final int LONGEST_BYTES = 72;

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final ProvenPasswords proven = new ProvenPasswords();
    private final int minimumLength;
    private final String hashOfNobody = encoder.encode("nobody");

    Passwords(@Value("${kulanz.access.minimum-password-length:10}") int minimumLength) {
        this.minimumLength = minimumLength;
    }

    /** Throws {@link Refusal} if nobody should choose this password. */
    void requireLength(String password) {
        if (password.length() < minimumLength) {
            throw Refusal.unacceptable("password", "A password has at least " + minimumLength + " characters.");
        }
    }

    /** Throws {@link Refusal} if the password is too long. */
    String hash(String password) {
        if (isTooLong(password)) {
            throw Refusal.unacceptable("password", "A password has at most " + LONGEST_BYTES + " bytes.");
        }
        return encoder.encode(password);
    }

    /** Whether this very pair was checked for this place a moment ago. Cheap, and true only for a right password. */
    boolean provedLately(String password, String hash, Place from) {
        return !isTooLong(password) && proven.contains(password, hash, from);
    }

    boolean matches(String password, String hash, Place from) {
        if (isTooLong(password)) {
            pretendToCheck();
            return false;
        }
        boolean right = encoder.matches(password, hash);
        if (right) {
            proven.add(password, hash, from);
        }
        return right;
    }

    /** Takes as long as a check, so that the time does not tell whether a name exists. */
    void pretendToCheck() {
        encoder.matches("somebody", hashOfNobody);
    }

    private static boolean isTooLong(String password) {
        return password.length() > LONGEST_BYTES || password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES;
    }
}

package dev.kulanz.access;

import dev.kulanz.shared.Refusal;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Where nobody could let others in, makes the user {@code admin}: with the password of {@code KULANZ_ADMIN_PASSWORD}, else
 * with one that is made up and printed on the console once and kept nowhere. How good the given one is, is the operator's
 * business. Where there is an enabled admin already,
 * nothing happens: setting the variable later changes no password. A disabled {@code admin} gets the new password, the role
 * and the access back: who may start this application with that variable may also write into its database.
 */
@Component
@Profile("!demo")
class FirstAdmin {

    private static final String NAME = "admin";
    /** Without characters that look alike; 20 of them are 114 bits. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final Users users;
    private final String givenPassword;

    FirstAdmin(Users users, @Value("${kulanz.admin-password:}") String givenPassword) {
        this.users = users;
        this.givenPassword = givenPassword;
    }

    @EventListener(ApplicationReadyEvent.class)
    void makeSureThereIsOne() {
        if (users.hasAdmin()) {
            return;
        }
        try {
            make();
        } catch (Refusal another) {
            if (!users.hasAdmin()) { // else another node was faster
                throw another;
            }
        }
    }

    private void make() {
        String password = givenPassword.isBlank() ? madeUp() : givenPassword;
        if (users.find(NAME).isPresent()) {
            users.resetToAnyPassword(NAME, password);
            users.changeScope(NAME, CreditorScope.ALL); // an admin sees them all
            users.changeRole(NAME, Role.ADMIN);
            users.enable(NAME);
        } else {
            users.createWithAnyPassword(new NewUser(NAME, "Administrator", password, Role.ADMIN, CreditorScope.ALL));
        }
        if (givenPassword.isBlank()) {
            print(password);
        }
    }

    private static String madeUp() {
        return new SecureRandom()
                .ints(20, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining());
    }

    /** Not through a logger: that might keep it in a file. */
    @SuppressWarnings("SystemOut")
    private static void print(String password) {
        System.out.println("""

                ┌──────────────────────────────────────────────────────────┐
                │  The first user of this Kulanz                           │
                │                                                          │
                │    user      %-20s                        │
                │    password  %-20s                        │
                │                                                          │
                │  Shown this once. Log in and make users for your people. │
                └──────────────────────────────────────────────────────────┘
                """.formatted(NAME, password));
    }
}

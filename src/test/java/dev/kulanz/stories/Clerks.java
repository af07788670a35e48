package dev.kulanz.stories;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.access.NewUser;
import dev.kulanz.access.Role;
import dev.kulanz.access.Users;
import dev.kulanz.support.Browser;
import java.util.Set;

/** Programs that may see the cases of one creditor only. */
record Clerks(Users users, int port) {

    Browser of(String creditor) {
        String name = "clerk-of-" + creditor;
        if (users.find(name).isEmpty()) {
            users.create(new NewUser(name, "", name, Role.CASE_WORKER, new CreditorScope(false, Set.of(creditor))));
        }
        return Browser.withPassword(port, name, name);
    }
}

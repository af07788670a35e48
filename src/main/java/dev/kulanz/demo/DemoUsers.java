package dev.kulanz.demo;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.access.NewUser;
import dev.kulanz.access.Role;
import dev.kulanz.access.Users;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** One user for each role, whose password is his name. Made before the first request can come in. */
@Component
@Profile("demo")
class DemoUsers implements SmartInitializingSingleton {

    private static final Map<String, Role> USERS = Map.of(
            "owner", Role.PROCESS_OWNER,
            "clerk", Role.CASE_WORKER,
            "compliance", Role.COMPLIANCE,
            "admin", Role.ADMIN);

    private static final Map<String, String> DISPLAY_NAMES = Map.of(
            "owner", "Olivia Owner",
            "clerk", "Clara Clerk",
            "compliance", "Conrad Compliance",
            "admin", "Ada Admin");

    private final Users users;

    DemoUsers(Users users) {
        this.users = users;
    }

    @Override
    public void afterSingletonsInstantiated() {
        USERS.forEach((name, role) -> {
            if (users.find(name).isEmpty()) {
                users.create(new NewUser(name, DISPLAY_NAMES.getOrDefault(name, name), name, role, CreditorScope.ALL));
            }
        });
    }
}

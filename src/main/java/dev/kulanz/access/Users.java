package dev.kulanz.access;

import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The staff: who they are, what they do here and which creditors they see. Every change is journalled (never a password)
 * and holds from the user's next request on, also in sessions that are open. Somebody must always be able to let others
 * in: the last enabled admin can be neither disabled nor given another role ({@link Refusal}, conflict). Admins manage
 * everybody and see every creditor; there are none of some creditors only.
 */
@Service
@Transactional
public class Users {

    private final UserTable table;
    private final Passwords passwords;
    private final Journal journal;
    private final BusinessClock clock;

    Users(UserTable table, Passwords passwords, Journal journal, BusinessClock clock) {
        this.table = table;
        this.passwords = passwords;
        this.journal = journal;
        this.clock = clock;
    }

    /** Everybody, also the disabled, by name. */
    @Transactional(readOnly = true)
    public List<User> list() {
        return table.all();
    }

    @Transactional(readOnly = true)
    public Optional<User> find(String name) {
        return table.find(name).map(UserTable.Account::user);
    }

    /** Whether anybody is there who can let others in. */
    @Transactional(readOnly = true)
    public boolean hasAdmin() {
        return table.all().stream().anyMatch(user -> user.enabled() && user.role() == Role.ADMIN);
    }

    /**
     * Makes a user who can log in at once.
     *
     * @throws Refusal if the name is taken (conflict) or the password can't be accepted
     */
    public User create(NewUser user) {
        passwords.requireLength(user.password());
        return createWithAnyPassword(user);
    }

    User createWithAnyPassword(NewUser user) {
        user.scope().requireIds();
        requireUnlimitedAdmin(user.role(), user.scope());
        if (!table.insert(user, passwords.hash(user.password()), clock.instant())) {
            throw Refusal.conflict(
                    Said.of("users.taken", "There is a user {0} already. Choose another name.", user.name()));
        }
        record(Happening.of("UserCreated")
                .with("user", user.name())
                .with("role", user.role().name())
                .with("creditors", told(user.scope())));
        return existing(user.name());
    }

    /** All of it, or nothing if one thing can't be. */
    public void change(String name, UserChange wanted) {
        if (wanted.role() == Role.ADMIN) { // who becomes an admin sees everything before, who leaves still does
            changeScope(name, wanted.scope());
            changeRole(name, wanted.role());
        } else {
            changeRole(name, wanted.role());
            changeScope(name, wanted.scope());
        }
        changeDisplayName(name, wanted.displayName());
    }

    public void changeRole(String name, Role role) {
        User user = existing(name);
        if (user.role() == role) {
            return;
        }
        requireUnlimitedAdmin(role, user.scope());
        if (role != Role.ADMIN) {
            keepAnAdmin(user);
        }
        table.changeRole(name, role);
        record(Happening.of("UserRoleChanged")
                .with("user", name)
                .with("from", user.role().name())
                .with("to", role.name()));
    }

    public void changeScope(String name, CreditorScope scope) {
        scope.requireIds();
        User user = existing(name);
        if (user.scope().equals(scope)) {
            return;
        }
        requireUnlimitedAdmin(user.role(), scope);
        table.changeScope(name, scope);
        record(Happening.of("UserScopeChanged")
                .with("user", name)
                .with("from", told(user.scope()))
                .with("to", told(scope)));
    }

    public void changeDisplayName(String name, String displayName) {
        String checked = DisplayName.checked(displayName);
        if (!existing(name).displayName().equals(checked)) {
            table.changeDisplayName(name, checked);
            record(Happening.of("UserRenamed").with("user", name));
        }
    }

    /** Gives a new password; sessions that were opened with the old one end. */
    public void resetPassword(String name, String password) {
        passwords.requireLength(password);
        resetToAnyPassword(name, password);
    }

    void resetToAnyPassword(String name, String password) {
        existing(name);
        table.changePassword(name, passwords.hash(password));
        record(Happening.of("UserPasswordReset").with("user", name));
    }

    /** Locks somebody out, also of sessions that are open. */
    public void disable(String name) {
        User user = existing(name);
        if (user.enabled()) {
            keepAnAdmin(user);
            table.setEnabled(name, false);
            record(Happening.of("UserDisabled").with("user", name));
        }
    }

    public void enable(String name) {
        if (!existing(name).enabled()) {
            table.setEnabled(name, true);
            record(Happening.of("UserEnabled").with("user", name));
        }
    }

    /** Who manages all users could give himself the rest, and the engine's admins see everything. */
    private static void requireUnlimitedAdmin(Role role, CreditorScope scope) {
        if (role == Role.ADMIN && !scope.all()) {
            throw Refusal.unacceptable(
                    "scope",
                    Said.of(
                            "users.limited-admin",
                            "An admin sees all creditors. Choose all of them, or another role for who is to see some."));
        }
    }

    private void keepAnAdmin(User leaving) {
        if (table.lockEnabledAdmins().equals(List.of(leaving.name()))) {
            throw Refusal.conflict(Said.of(
                    "users.last-admin",
                    "{0} is the last admin. Make somebody else an admin first, or nobody could manage users.",
                    leaving.name()));
        }
    }

    private User existing(String name) {
        return find(name).orElseThrow(() -> Refusal.notFound("There is no user " + name + "."));
    }

    private void record(Happening happening) {
        journal.record(happening);
    }

    private static Object told(CreditorScope scope) {
        return scope.all() ? "all" : scope.ids().stream().sorted().toList();
    }
}

package dev.kulanz.access;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Counts failed logins, in real time, on this node: ten for one user, or from one address ten different names, within
 * five minutes close that user or address until the five minutes are over. Different names, because a whole office comes
 * from one address, and one program there with an old password must not lock the others out.
 */
@Component
class LoginAttempts {

    static final int ALLOWED = 10;
    static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int MOST_KEYS = 10_000;

    private record Failures(long since, int count, Set<String> names) {}

    private final Map<String, Failures> byUser = new HashMap<>();
    private final Map<String, Failures> byAddress = new HashMap<>();

    synchronized boolean closed(String user, String address) {
        Failures ofUser = current(byUser, user);
        Failures ofAddress = current(byAddress, address);
        return ofUser.count() >= ALLOWED || ofAddress.names().size() >= ALLOWED;
    }

    synchronized void failed(String user, String address) {
        count(byUser, user, user);
        count(byAddress, address, user);
    }

    synchronized void succeeded(String user) {
        byUser.remove(user);
    }

    private static void count(Map<String, Failures> failures, String key, String name) {
        if (failures.size() >= MOST_KEYS) {
            failures.values().removeIf(LoginAttempts::over);
        }
        if (failures.size() >= MOST_KEYS && !failures.containsKey(key)) {
            failures.clear();
        }
        Failures before = current(failures, key);
        Set<String> names = new HashSet<>(before.names());
        names.add(name);
        failures.put(key, new Failures(before.since(), before.count() + 1, names));
    }

    private static Failures current(Map<String, Failures> failures, String key) {
        Failures found = failures.get(key);
        return found == null || over(found) ? new Failures(System.nanoTime(), 0, Set.of()) : found;
    }

    private static boolean over(Failures failures) {
        return System.nanoTime() - failures.since() > WINDOW.toNanos();
    }
}

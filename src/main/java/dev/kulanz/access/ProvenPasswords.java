package dev.kulanz.access;

import dev.kulanz.access.doors.Place;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that were found right within the last two minutes. Keeps neither them nor anything to guess them from: the
 * key is an HMAC under a secret of this run. The stored hash is part of it, so a new password makes the old one unknown
 * at once, on every node.
 */
final class ProvenPasswords {

    private static final long NANOS_REMEMBERED = Duration.ofMinutes(2).toNanos();
    private static final int MOST = 1_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret = new SecretKeySpec(random(), ALGORITHM);
    private final Map<String, Long> provedAt = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    void add(String password, String hash, Place from) {
        String key = key(password, hash, from);
        synchronized (provedAt) {
            provedAt.put(key, System.nanoTime());
        }
    }

    boolean contains(String password, String hash, Place from) {
        String key = key(password, hash, from);
        synchronized (provedAt) {
            Long at = provedAt.get(key);
            if (at == null) {
                return false;
            }
            boolean fresh = System.nanoTime() - at < NANOS_REMEMBERED;
            if (!fresh) {
                provedAt.remove(key);
            }
            return fresh;
        }
    }

    private String key(String password, String hash, Place from) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(hash.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(from.name().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}

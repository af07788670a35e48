package dev.kulanz.journey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was read, until so much else was used since that it is forgotten. */
final class LastUsed<K, V> {

    private final Map<K, V> values;

    LastUsed(int most) {
        this.values = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** Nobody waits for who reads: two may read the same at once. */
    V get(K key, Function<K, V> reader) {
        V known = known(key);
        if (known != null) {
            return known;
        }
        V read = reader.apply(key);
        synchronized (values) {
            values.put(key, read);
        }
        return read;
    }

    private @Nullable V known(K key) {
        synchronized (values) {
            return values.get(key);
        }
    }
}

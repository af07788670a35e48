package dev.kulanz.contact;

import dev.kulanz.departures.Departures;
import dev.kulanz.departures.Found;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether contacts left before the database was restored, themselves or the same step over another channel. */
@Component
class Proofs {

    private final Departures departures;
    private final ContactIds ids;

    Proofs(Departures departures, ContactIds ids) {
        this.departures = departures;
        this.ids = ids;
    }

    /** By contact; nothing for those of which nothing was found. */
    Map<UUID, Found> of(Collection<UUID> contacts) {
        if (contacts.isEmpty() || !departures.isAnyFound()) {
            return Map.of();
        }
        Map<UUID, List<UUID>> elsewhere = ids.elsewhere(contacts);
        Set<UUID> all = new HashSet<>(contacts);
        elsewhere.values().forEach(all::addAll);
        Map<UUID, Found> found = departures.found(all);
        Map<UUID, Found> proofs = new HashMap<>();
        for (UUID contact : contacts) {
            Found own = found.get(contact);
            if (own == null) {
                own = elsewhere.getOrDefault(contact, List.of()).stream()
                        .map(found::get)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null);
            }
            if (own != null) {
                proofs.put(contact, own);
            }
        }
        return proofs;
    }
}

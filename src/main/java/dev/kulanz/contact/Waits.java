package dev.kulanz.contact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.kulanz.journal.Happening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The times for which a message waited, in their order. However often it was put off for the same reason, that is one of them.
 *
 * @param all each with its end
 */
record Waits(List<Wait> all) {

    static final Waits NONE = new Waits(List.of());

    /** Who is put off for ever new reasons has the rest of it told as the last. */
    private static final int MOST = 20;

    private static final TypeReference<List<Wait>> STORED = new TypeReference<>() {};
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    Waits {
        all = List.copyOf(all);
    }

    /** As the table keeps them. */
    static Waits read(@Nullable String stored) {
        try {
            return stored == null ? NONE : new Waits(JSON.readValue(stored, STORED));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The waits of a contact can't be read", e);
        }
    }

    /** Null: there are none. */
    @Nullable String stored() {
        try {
            return all.isEmpty() ? null : JSON.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The waits of a contact can't be kept", e);
        }
    }

    /** The moment itself, or the end of the waits that begin with it. */
    Instant endFrom(Instant moment) {
        return all.isEmpty()
                ? moment
                : Objects.requireNonNull(all.get(all.size() - 1).until());
    }

    /** Waits on for a reason until a moment; not at all where it is no later. */
    Waits until(Instant moment, Instant from, String reason) {
        Instant begin = endFrom(from);
        return moment.isAfter(begin) ? and(new Waits(List.of(new Wait(begin, moment, reason)))) : this;
    }

    /** These and later ones. */
    Waits and(Waits later) {
        List<Wait> joined = new ArrayList<>(all);
        for (Wait one : later.all()) {
            int last = joined.size() - 1;
            if (last >= 0 && (joined.get(last).goesOnAs(one) || joined.size() >= MOST)) {
                joined.set(
                        last,
                        new Wait(
                                joined.get(last).from(),
                                one.until(),
                                joined.get(last).reason()));
            } else {
                joined.add(one);
            }
        }
        return new Waits(joined);
    }

    /** As far as they lasted when something came of it. */
    Waits endedBy(Instant moment) {
        return new Waits(all.stream()
                .filter(one -> one.from().isBefore(moment))
                .map(one -> one.endedBy(moment))
                .toList());
    }

    /** Why it waits first of all; null: it does not. */
    @Nullable String reason() {
        return all.isEmpty() ? null : all.get(0).reason();
    }

    /** One line of a story: from when to when, and why. */
    Happening tell(Happening happening) {
        return all.isEmpty()
                ? happening
                : happening
                        .with("waitedFrom", all.get(0).from().toString())
                        .with("waitedUntil", endFrom(Instant.EPOCH).toString())
                        .with(
                                "waitedFor",
                                all.stream().map(Wait::reason).distinct().toList());
    }
}

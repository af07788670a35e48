package dev.kulanz.watch;

import dev.kulanz.watch.Reading.Measure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the watches measure, as gauges. A scrape asks nobody as long as the last look is good enough. */
@Component
class Meters implements MeterBinder {

    private final Readings readings;
    private final Map<MeterRegistry, Map<Key, Meter>> registered = new HashMap<>();

    Meters(Readings readings) {
        this.readings = readings;
        readings.eachNew(one -> update(one.getKey(), one.getValue()));
    }

    /** @param watch by which it is measured */
    private record Key(String watch, String name, Map<String, String> tags) {}

    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        registered.putIfAbsent(registry, new HashMap<>());
    }

    /** From now on all have a value, whether or not anything looks by itself. */
    @EventListener
    @Order(0)
    void on(ApplicationReadyEvent event) {
        readings.signs().forEach(sign -> readings.of(sign.id()));
    }

    private synchronized void update(String watch, Reading reading) {
        registered.forEach((registry, meters) -> {
            Set<Key> present = new HashSet<>();
            for (Measure measure : reading.measures()) {
                Key key = new Key(watch, measure.name(), measure.tags());
                present.add(key);
                meters.computeIfAbsent(key, added -> gauge(registry, added, measure.description()));
            }
            meters.entrySet().removeIf(one -> {
                boolean isGone = one.getKey().watch().equals(watch) && !present.contains(one.getKey());
                if (isGone) {
                    registry.remove(one.getValue());
                }
                return isGone;
            });
        });
    }

    private Meter gauge(MeterRegistry registry, Key key, String description) {
        Tags tags = Tags.empty();
        for (Map.Entry<String, String> one : key.tags().entrySet()) {
            tags = tags.and(one.getKey(), one.getValue());
        }
        return Gauge.builder(key.name(), () -> value(key))
                .description(description)
                .tags(tags)
                .register(registry);
    }

    private double value(Key key) {
        return readings.of(key.watch()).stream()
                .flatMap(reading -> reading.measures().stream())
                .filter(one -> one.name().equals(key.name()) && one.tags().equals(key.tags()))
                .mapToDouble(Measure::value)
                .findFirst()
                .orElse(Double.NaN);
    }
}

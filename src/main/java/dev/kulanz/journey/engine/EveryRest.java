package dev.kulanz.journey.engine;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;

/**
 * What belongs to each REST of the engine: its own, and those of its pages, which are made where we can't reach. Jersey finds
 * this by {@code META-INF/services}.
 */
public final class EveryRest implements ForcedAutoDiscoverable {

    @Override
    public void configure(FeatureContext rest) {
        rest.register(FailedRequest.OfTheEngine.class);
        rest.register(FailedRequest.OfJava.class);
        rest.register(PlainJson.class);
    }
}

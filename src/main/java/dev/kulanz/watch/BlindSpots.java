package dev.kulanz.watch;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What could not be looked at: what nobody sees is as bad as what goes wrong. */
@Component
class BlindSpots implements Watch {

    private static final Logger LOG = LoggerFactory.getLogger(BlindSpots.class);
    private static final Sign SIGN = Sign.warning("watch-blind").ofEachNode();

    private final Set<String> blind = ConcurrentHashMap.newKeySet();

    void failed(Sign sign, RuntimeException why) {
        if (blind.add(sign.id())) {
            LOG.warn("Could not look at {}: {}", sign.id(), why.getClass().getName());
        }
        LOG.debug("Because", why);
    }

    void seen(Sign sign) {
        blind.remove(sign.id());
    }

    @Override
    public Sign sign() {
        return SIGN;
    }

    @Override
    public Reading look() {
        Reading all = Reading.NOTHING;
        for (String one : Set.copyOf(blind)) {
            all = all.and("kulanz.watch.blind", "What can't be looked at", Map.of("watch", one), 1)
                    .wrongIf(true, one);
        }
        return all;
    }
}

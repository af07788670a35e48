package dev.kulanz.handover;

import dev.kulanz.access.Role;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an installation decides about hand-overs.
 *
 * @param limits up to which amount, in major units of the case's currency, a role releases alone; none: never
 */
@ConfigurationProperties("kulanz.handover")
record HandoverSettings(Map<Role, BigDecimal> limits) {

    HandoverSettings {
        limits = Map.copyOf(limits);
    }

    boolean mayReleaseAlone(Role role, BigDecimal amount) {
        return amount.compareTo(limits.getOrDefault(role, BigDecimal.ZERO)) <= 0;
    }
}

package dev.kulanz.handover;

import dev.kulanz.access.Role;
import dev.kulanz.contact.LetterWriting;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.UnusableSetting;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an installation decides about hand-overs.
 *
 * @param limits up to which amount, in major units of the case's currency, a role releases alone; none: never
 * @param agency the collection agency with its address, in one line, as debtors are told of it; null: it is not named
 */
@ConfigurationProperties("kulanz.handover")
record HandoverSettings(
        Map<Role, BigDecimal> limits, @Nullable String agency) {

    /** @throws UnusableSetting if our letters can't show the agency: they would all stay here */
    HandoverSettings {
        limits = Map.copyOf(limits);
        agency = agency == null || agency.isBlank() ? null : agency.strip();
        if (agency != null && !(Legible.isLine(agency) && LetterWriting.canShow(agency))) {
            throw new UnusableSetting(
                    "kulanz.handover.agency can't be shown in our letters: %s.".formatted(Legible.quoted(agency)),
                    "Set it to one line that our letters can show.");
        }
    }

    boolean mayReleaseAlone(Role role, BigDecimal amount) {
        return amount.compareTo(limits.getOrDefault(role, BigDecimal.ZERO)) <= 0;
    }
}

package dev.kulanz.handover;

import dev.kulanz.contact.Contact;
import dev.kulanz.contact.Occasion;
import dev.kulanz.contact.OccasionSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The hand-over that a debtor is told of, by {@code handover:} and which one it is: to whom. */
@Component
class HandoverOccasion implements OccasionSource {

    private static final String KIND = "handover:";

    private final HandoverSettings settings;

    HandoverOccasion(HandoverSettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<Occasion> behind(Contact contact) {
        return contact.occasion().startsWith(KIND) && settings.agency() != null
                ? Optional.of(new Occasion(null, null, null, null, settings.agency(), List.of()))
                : Optional.empty();
    }
}

package dev.kulanz.contact;

import java.util.List;
import org.springframework.stereotype.Component;

/** Asks the modules what a message is about. */
@Component
class OccasionFacts {

    private final List<OccasionSource> sources;

    OccasionFacts(List<OccasionSource> sources) {
        this.sources = sources;
    }

    Occasion of(Contact contact) {
        return sources.stream()
                .flatMap(source -> source.behind(contact).stream())
                .findFirst()
                .orElse(Occasion.NONE);
    }
}

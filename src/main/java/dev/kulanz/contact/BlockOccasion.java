package dev.kulanz.contact;

import dev.kulanz.cases.Blocks;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The block that is over, by {@code block:} and its id: until when the matter rested. */
@Component
class BlockOccasion implements OccasionSource {

    static final String KIND = "block:";

    private final Blocks blocks;

    BlockOccasion(Blocks blocks) {
        this.blocks = blocks;
    }

    @Override
    public Optional<Occasion> behind(Contact contact) {
        return contact.occasion().startsWith(KIND)
                ? blocks.lastDay(UUID.fromString(contact.occasion().substring(KIND.length())))
                        .map(day -> new Occasion(null, null, day, null, null, List.of()))
                : Optional.empty();
    }
}

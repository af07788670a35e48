package dev.kulanz.contact;

import dev.kulanz.receivables.PersonBlock;
import dev.kulanz.receivables.PersonBlocks;
import dev.kulanz.receivables.Representative;
import dev.kulanz.receivables.Representatives;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** To whom a message goes that asks for nothing: as a rule to the debtor himself. A demand never gets here while a block holds. */
@Component
class ServiceAddressees {

    private final PersonBlocks blocks;
    private final Representatives representatives;

    ServiceAddressees(PersonBlocks blocks, Representatives representatives) {
        this.blocks = blocks;
        this.representatives = representatives;
    }

    /** Who that is. */
    sealed interface Addressee {

        record Himself() implements Addressee {}

        record Instead(Representative who) implements Addressee {}

        /** @param why in words, as the outbox and the story tell it */
        record Nobody(String why) implements Addressee {}
    }

    Addressee of(UUID debtorId) {
        Set<PersonBlock.Reason> held =
                blocks.active(debtorId).stream().map(PersonBlock::reason).collect(Collectors.toSet());
        if (held.contains(PersonBlock.Reason.DECEASED)) {
            return new Addressee.Nobody("the debtor has died");
        }
        if (held.contains(PersonBlock.Reason.MINOR)) {
            return new Addressee.Nobody("the debtor is a minor");
        }
        if (held.contains(PersonBlock.Reason.MANUAL)) {
            return new Addressee.Nobody("the debtor is not to be written to");
        }
        if (held.contains(PersonBlock.Reason.REPRESENTED)) {
            return representatives
                    .of(debtorId)
                    .<Addressee>map(Addressee.Instead::new)
                    .orElseGet(() -> new Addressee.Nobody("the debtor is represented, by whom is not known"));
        }
        return new Addressee.Himself();
    }

    /** Where a message on this channel reaches a representative. */
    static Optional<String> recipient(Representative who, Channel channel) {
        return switch (channel) {
            case EMAIL -> Optional.ofNullable(who.email());
            case LETTER ->
                Optional.ofNullable(who.address())
                        .map(to -> "%s, %s, %s %s".formatted(who.name(), to.street(), to.postcode(), to.city()));
            case SMS, WHATSAPP, VOICE -> Optional.empty();
        };
    }
}

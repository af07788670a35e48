package dev.kulanz.desk;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.contact.Contact;
import dev.kulanz.contact.Contacts;
import dev.kulanz.shared.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens a contact for whoever asks at this moment: only if it belongs to a creditor that he may see. */
@Component
class MessageDesk {

    private final Contacts contacts;
    private final CurrentUser user;

    MessageDesk(Contacts contacts, CurrentUser user) {
        this.contacts = contacts;
        this.user = user;
    }

    /**
     * The contact with this id.
     *
     * @throws Refusal if there is none, or it is not for this user; both sound alike
     */
    Contact open(UUID id) {
        return contacts.find(id)
                .filter(contact -> user.scope().allows(contact.creditorId()))
                .orElseThrow(() -> Refusal.notFound("There is no such message."));
    }
}

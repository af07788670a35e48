package dev.kulanz.contact;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.cases.CaseDesk;
import dev.kulanz.shared.Refusal;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The contacts of a case, one per decision to contact. */
@RestController
@RequestMapping("/api/v1/contacts")
class ContactController {

    private final CaseDesk desk;
    private final Contacts contacts;
    private final Letters letters;
    private final CurrentUser user;

    ContactController(CaseDesk desk, Contacts contacts, Letters letters, CurrentUser user) {
        this.desk = desk;
        this.contacts = contacts;
        this.letters = letters;
        this.user = user;
    }

    @GetMapping
    List<ContactView> ofCase(@RequestParam("case") String number) {
        return contacts.ofCase(desk.open(number).id());
    }

    /** The letter as it went out. */
    @GetMapping(path = "/{id}/letter", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] letter(@PathVariable UUID id) {
        return contacts.find(id)
                .filter(contact -> user.scope().allows(contact.creditorId()))
                .flatMap(contact -> letters.of(contact.id()))
                .orElseThrow(() -> Refusal.notFound("There is no letter of this contact."));
    }
}

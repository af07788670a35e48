package dev.kulanz.contact;

import dev.kulanz.cases.CaseDesk;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The contacts of a case, one per decision to contact. */
@RestController
@RequestMapping("/api/v1/contacts")
class ContactController {

    private final CaseDesk desk;
    private final Contacts contacts;

    ContactController(CaseDesk desk, Contacts contacts) {
        this.desk = desk;
        this.contacts = contacts;
    }

    @GetMapping
    List<ContactView> ofCase(@RequestParam("case") String number) {
        return contacts.ofCase(desk.open(number).id());
    }
}

package dev.kulanz.desk;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.contact.Channel;
import dev.kulanz.contact.Contact;
import dev.kulanz.contact.Contacts;
import dev.kulanz.contact.Letters;
import dev.kulanz.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All contacts, and each message as its reader sees it. */
@Controller
@RequestMapping("/outbox")
class OutboxPage {

    private static final int SIZE = 25;

    /** The message may bring its own styles and nothing else: no script, no request to anywhere. */
    private static final String AS_MAIL = "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox; "
            + "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    /** For the browser's own PDF viewer inside our page. */
    private static final String AS_LETTER =
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private final MessageDesk desk;
    private final Contacts contacts;
    private final Letters letters;
    private final CurrentUser user;

    OutboxPage(MessageDesk desk, Contacts contacts, Letters letters, CurrentUser user) {
        this.desk = desk;
        this.contacts = contacts;
        this.letters = letters;
        this.user = user;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "0") int page,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model) {
        var scope = user.scope();
        Contact.Status wanted = Arrays.stream(Contact.Status.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElse(null);
        Map<String, @Nullable String> asked = new HashMap<>();
        asked.put("q", q);
        asked.put("status", status);
        Contacts.Found found = contacts.find(scope, wanted, q, Paging.checked(page), SIZE);
        Paging paging = new Paging(Paging.checked(page), SIZE, found.total(), "/outbox", Paging.filter(asked));
        model.addAttribute("isBounded", found.isBounded());
        model.addAttribute("contacts", found.contacts());
        model.addAttribute("paging", paging);
        model.addAttribute("q", q);
        model.addAttribute("status", status);
        model.addAttribute("statuses", Contact.Status.values());
        return fragment == null ? "desk/outbox" : "desk/outbox :: results";
    }

    /** The message with its plain text: a page, or a part of another one. */
    @GetMapping("/{id}")
    String one(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model) {
        Contact contact = desk.open(id);
        model.addAttribute("contact", contacts.view(contact));
        model.addAttribute("hasHtml", contact.bodyHtml() != null);
        model.addAttribute("isLetter", contact.channel() == Channel.LETTER);
        return fragment == null ? "desk/message" : "desk/message :: preview";
    }

    /** The letter as it was printed. */
    @GetMapping(path = "/{id}/letter", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> letter(@PathVariable UUID id) {
        Contact contact = desk.open(id);
        byte[] pdf = letters.of(contact.id())
                .orElseThrow(() -> Refusal.notFound("There is no letter of this message, or not yet."));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Security-Policy", AS_LETTER)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"%s-%s.pdf\"".formatted(contact.caseNumber(), contact.step()))
                .body(pdf);
    }

    /** The HTML of the message, for a frame that can do nothing. */
    @GetMapping("/{id}/message")
    ResponseEntity<byte[]> message(@PathVariable UUID id) {
        String html = contacts.html(desk.open(id).id())
                .orElseThrow(() -> Refusal.notFound("This message has not been written yet."));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", AS_MAIL)
                .body(html.getBytes(StandardCharsets.UTF_8));
    }
}

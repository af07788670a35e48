package dev.kulanz.journey;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.contact.Contact;
import dev.kulanz.contact.ContactView;
import dev.kulanz.contact.Contacts;
import dev.kulanz.contact.Purpose;
import dev.kulanz.handover.Claim;
import dev.kulanz.handover.Handover;
import dev.kulanz.handover.Handovers;
import dev.kulanz.handover.ObstacleWords;
import dev.kulanz.handover.Readiness;
import dev.kulanz.handover.ReadinessCheck;
import dev.kulanz.journey.model.TaskForm;
import dev.kulanz.shared.Amounts;
import dev.kulanz.shared.BusinessClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody must know to decide about a hand-over, as Markdown in German and English. */
@Component
class HandoverSheet {

    private final Cases cases;
    private final ReadinessCheck readiness;
    private final ObstacleWords words;
    private final Handovers handovers;
    private final Contacts contacts;

    HandoverSheet(Cases cases, ReadinessCheck readiness, ObstacleWords words, Handovers handovers, Contacts contacts) {
        this.cases = cases;
        this.readiness = readiness;
        this.words = words;
        this.handovers = handovers;
        this.contacts = contacts;
    }

    /** What it says, looked up now. */
    Sheet of(String caseNumber) {
        DunningCase of = cases.get(caseNumber);
        Readiness now = readiness.of(of);
        return new Sheet(
                of.currency(),
                handovers.ofCase(of).stream().findFirst().orElse(null),
                now,
                words.sentences(now),
                contacts.ofCase(of.id()).stream()
                        .filter(contact -> contact.purpose() == Purpose.DEMAND && contact.sentAt() != null)
                        .sorted(Comparator.comparing(ContactView::sentAt).reversed())
                        .toList());
    }

    /** What was looked up, to be written as there is room. */
    record Sheet(
            String currency, @Nullable Handover last, Readiness now, List<String> missing, List<ContactView> sent) {

        Markdown written(Room room) {
            return HandoverSheet.written(this, room);
        }

        /** In few words, for a list: whether it can be released, or how much is missing. */
        String inShort() {
            int missing = now.obstacles().size();
            return now.isReady()
                    ? TaskForm.READY
                    : "%d missing / %d %s".formatted(missing, missing, missing == 1 ? "fehlt" : "fehlen");
        }
    }

    private static Markdown written(Sheet sheet, Room room) {
        Readiness now = sheet.now();
        List<Markdown> parts = new ArrayList<>();
        Optional.ofNullable(sheet.last()).ifPresent(last -> parts.add(before(last, room)));
        parts.add(
                now.isReady()
                        ? Markdown.of(
                                "**Ready to hand over / Bereit zur Übergabe: %s %s**",
                                Amounts.plain(now.readyAmount(), sheet.currency()), sheet.currency())
                        : Markdown.of("**Missing / Es fehlt:**\n%s", missing(sheet.missing(), room)));
        parts.add(Markdown.of(
                "**Items / Posten:**\n%s",
                room.list(now.claims().stream()
                        .map(claim -> item(claim, sheet.currency(), room))
                        .toList())));
        List<Markdown> history = sheet.sent().stream()
                .limit(room.lines())
                .map(HandoverSheet::sent)
                .toList();
        parts.add(Markdown.of(
                "**Sent / Gesendet:**\n%s",
                history.isEmpty() ? Markdown.of("* nothing / nichts") : Markdown.bullets(history)));
        return Markdown.paragraphs(parts);
    }

    /** All of them: each stands in the way. Only the fields of many invoices make one long. */
    private static Markdown missing(List<String> sentences, Room room) {
        return Markdown.bullets(sentences.stream()
                .map(sentence -> Markdown.of("%s", new Room(5 * room.word(), room.lines()).shortened(sentence)))
                .toList());
    }

    private static Markdown before(Handover last, Room room) {
        String reason = last.answerReason() == null ? "" : ": " + room.shortened(last.answerReason());
        return switch (last.status()) {
            case TO_CONFIRM ->
                Markdown.of(
                        "**Released by %s, waits for a second person / Freigegeben, wartet auf eine zweite Person**",
                        last.releasedBy());
            case DECLINED -> Markdown.of("**Not confirmed / Nicht bestätigt**%s", reason);
            case REJECTED -> Markdown.of("**The agency rejected it / Vom Inkassobüro abgelehnt**%s", reason);
            case RECALLED -> Markdown.of("**Recalled / Zurückgeholt**%s", reason);
            case RELEASED, TRANSMITTING, TRANSMITTED, ACCEPTED, SETTLED -> Markdown.of("");
        };
    }

    private static Markdown item(Claim claim, String currency, Room room) {
        return Markdown.of(
                "%s%s: %s %s, %s",
                room.shortened(claim.invoiceId()),
                part(claim),
                Amounts.plain(claim.openAmount(), currency),
                currency,
                claim.isReady()
                        ? "is handed over / wird übergeben"
                        : "stays ours: no proved Mahnung and final notice / bleibt bei uns: Mahnungen fehlen");
    }

    /** What tells a part of an invoice from the others. */
    private static Markdown part(Claim claim) {
        if (!claim.part()) {
            return Markdown.of("");
        }
        return claim.instalment() == null
                ? Markdown.of(", due / fällig %s", claim.dueDate())
                : Markdown.of(", instalment / Rate %s", claim.instalment());
    }

    private static Markdown sent(ContactView contact) {
        boolean received = contact.status() == Contact.Status.DELIVERED;
        return Markdown.of(
                "%s %s, %s%s",
                LocalDate.ofInstant(Objects.requireNonNull(contact.sentAt()), BusinessClock.ZONE),
                contact.step(),
                contact.channel(),
                received ? ", receipt proved / Zugang nachgewiesen" : "");
    }
}

package dev.kulanz.journey;

import static dev.kulanz.journey.TaskFacts.plain;

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
import dev.kulanz.shared.BusinessClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What somebody must know to decide about a hand-over, as Markdown in German and English. */
@Component
class HandoverSheet {

    private static final int MOST = 8;

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

    String markdown(String caseNumber) {
        DunningCase of = cases.get(caseNumber);
        Readiness now = readiness.of(of);
        List<String> parts = new ArrayList<>();
        handovers.ofCase(of).stream().findFirst().ifPresent(last -> parts.add(before(last)));
        parts.add(
                now.isReady()
                        ? "**Ready to hand over / Bereit zur Übergabe: %s %s**"
                                .formatted(now.readyAmount().toPlainString(), of.currency())
                        : "**Missing / Es fehlt:**\n" + bullets(words.sentences(now)));
        parts.add("**Items / Posten:**\n"
                + bullets(now.claims().stream()
                        .map(claim -> item(claim, of.currency()))
                        .toList()));
        List<String> history = contacts.ofCase(of.id()).stream()
                .filter(contact -> contact.purpose() == Purpose.DEMAND && contact.sentAt() != null)
                .sorted(Comparator.comparing(ContactView::sentAt).reversed())
                .limit(MOST)
                .map(HandoverSheet::sent)
                .toList();
        parts.add("**Sent / Gesendet:**\n" + (history.isEmpty() ? "* nothing / nichts" : bullets(history)));
        return String.join("\n\n", parts);
    }

    private static String before(Handover last) {
        String reason = last.answerReason() == null ? "" : ": " + plain(last.answerReason());
        return switch (last.status()) {
            case TO_CONFIRM ->
                "**Released by %s, waits for a second person / Freigegeben, wartet auf eine zweite Person**"
                        .formatted(plain(last.releasedBy()));
            case DECLINED -> "**Not confirmed / Nicht bestätigt**" + reason;
            case REJECTED -> "**The agency rejected it / Vom Inkassobüro abgelehnt**" + reason;
            case RECALLED -> "**Recalled / Zurückgeholt**" + reason;
            case RELEASED, TRANSMITTING, TRANSMITTED, ACCEPTED, SETTLED -> "";
        };
    }

    private static String item(Claim claim, String currency) {
        return "%s: %s %s, %s"
                .formatted(
                        plain(claim.invoiceId()),
                        claim.openAmount().toPlainString(),
                        currency,
                        claim.isReady()
                                ? "is handed over / wird übergeben"
                                : "stays ours: no proved Mahnung and final notice / bleibt bei uns: Mahnungen fehlen");
    }

    private static String sent(ContactView contact) {
        boolean received = contact.status() == Contact.Status.DELIVERED;
        return "%s %s, %s%s"
                .formatted(
                        LocalDate.ofInstant(Objects.requireNonNull(contact.sentAt()), BusinessClock.ZONE),
                        contact.step(),
                        contact.channel(),
                        received ? ", receipt proved / Zugang nachgewiesen" : "");
    }

    private static String bullets(List<String> lines) {
        return lines.stream().map(line -> "* " + line).collect(Collectors.joining("\n"));
    }
}

package dev.kulanz.handover;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.journal.Journal;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the agency's answers, each once, and our own recalls. What does not fit is refused and changes nothing. */
@Component
@Transactional
class Answers {

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_REASON = 2_000;

    private enum Word {
        ACCEPTED,
        REJECTED,
        RECALLED
    }

    private final JdbcClient jdbc;
    private final Cases cases;
    private final HandoverTable table;
    private final Returns returns;
    private final Reports reports;
    private final Journal journal;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    Answers(
            JdbcClient jdbc,
            Cases cases,
            HandoverTable table,
            Returns returns,
            Reports reports,
            Journal journal,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.table = table;
        this.returns = returns;
        this.reports = reports;
        this.journal = journal;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Notes an answer.
     *
     * @return false if this answer was noted before, and nothing was done
     * @throws Refusal unknown case, not with the agency, or the same id with other content
     */
    boolean receive(AgencyAnswer answer, CreditorScope scope) {
        String id = required("answerId", answer.answerId(), LONGEST_ID);
        Word word = word(answer.answer());
        optional("reason", answer.reason(), LONGEST_REASON);
        optional("agencyReference", answer.agencyReference(), LONGEST_ID);
        String number = required("caseNumber", answer.caseNumber(), LONGEST_ID);
        if (cases.find(number).filter(found -> scope.allows(found.creditorId())).isEmpty()) {
            throw Refusal.notFound("There is no case “" + number + "”.");
        }
        DunningCase of = cases.lock(number);
        if (wasNoted(id, answer, word)) {
            return false;
        }
        Handover at = atAgency(of);
        if (word == Word.ACCEPTED) {
            accept(of, at, answer);
        } else {
            giveBack(of, at, Handover.Status.valueOf(word.name()), answer.reason(), answer.agencyReference());
        }
        return true;
    }

    /** We take the case back, and tell the agency. */
    Handover recall(String caseNumber, @Nullable String reason) {
        optional("reason", reason, LONGEST_REASON);
        DunningCase of = cases.lock(caseNumber);
        Handover at = atAgency(of);
        reports.add(at, "recall", Map.of("kind", "RECALL", "caseNumber", of.number()));
        giveBack(of, at, Handover.Status.RECALLED, reason, null);
        return table.get(at.id());
    }

    private void accept(DunningCase of, Handover at, AgencyAnswer answer) {
        if (at.status() == Handover.Status.ACCEPTED) {
            throw Refusal.conflict("The agency has accepted case " + of.number() + " before. Nothing was changed.");
        }
        table.answered(at, Handover.Status.ACCEPTED, answer.reason(), answer.agencyReference());
        journal.record(Cases.inCase("AgencyAccepted", of).with("agencyReference", answer.agencyReference()));
        events.publishEvent(new AgencyAnswered(of.number(), Handover.Status.ACCEPTED));
    }

    private void giveBack(
            DunningCase of, Handover at, Handover.Status to, @Nullable String reason, @Nullable String reference) {
        table.answered(at, to, reason, reference);
        journal.record(Cases.inCase(to == Handover.Status.REJECTED ? "AgencyRejected" : "HandoverRecalled", of)
                .with("why", reason));
        if (at.status() == Handover.Status.ACCEPTED) {
            returns.reopen(of, reason);
            events.publishEvent(new HandoverRecalled(of.number()));
        } else {
            returns.takeBack(of);
            events.publishEvent(new AgencyAnswered(of.number(), to));
        }
    }

    private Handover atAgency(DunningCase of) {
        Optional<Handover> latest = table.latest(of.id());
        Handover at = latest.filter(one -> one.status().isAtAgency() && of.status() == DunningCase.Status.HANDED_OVER)
                .orElseThrow(() ->
                        Refusal.conflict("Case " + of.number() + " is not with the agency. Nothing was changed."));
        if (at.status() == Handover.Status.TRANSMITTING) {
            throw Refusal.conflict("Case " + of.number() + " has not been transmitted yet. Nothing was changed.");
        }
        return at;
    }

    private boolean wasNoted(String id, AgencyAnswer answer, Word word) {
        boolean isNew = jdbc.sql("""
                        insert into handover_answer (answer_id, case_number, answer, reason, agency_reference, received_at)
                        values (:id, :case, :answer, :reason, :reference, :now) on conflict do nothing""")
                        .param("id", id)
                        .param("case", answer.caseNumber())
                        .param("answer", word.name())
                        .param("reason", answer.reason())
                        .param("reference", answer.agencyReference())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
        if (isNew) {
            return false;
        }
        List<AgencyAnswer> noted =
                jdbc.sql("""
                        select answer_id, case_number, answer, reason, agency_reference from handover_answer
                        where answer_id = :id""").param("id", id).query(AgencyAnswer.class).list();
        if (!noted.contains(answer)) {
            throw Refusal.conflict("Answer “" + id + "” came before with other content. Nothing was changed.");
        }
        return true;
    }

    private static Word word(@Nullable String said) {
        return Arrays.stream(Word.values())
                .filter(word -> word.name().equals(said))
                .findFirst()
                .orElseThrow(() -> Refusal.unacceptable("answer", "Please answer ACCEPTED, REJECTED or RECALLED."));
    }

    private static String required(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            throw Refusal.unacceptable(field, "Please give the " + field + ".");
        }
        optional(field, text, longest);
        return text;
    }

    private static void optional(String field, @Nullable String text, int longest) {
        if (text != null && (text.length() > longest || !Legible.isText(text))) {
            throw Refusal.unacceptable(
                    field, "The " + field + " has up to " + longest + " characters and no control characters.");
        }
    }
}

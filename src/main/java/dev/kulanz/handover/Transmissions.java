package dev.kulanz.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kulanz.cases.CaseExits;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.journal.Journal;
import dev.kulanz.shared.BusinessClock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a released case to the agency: the dossier is written down, and the post takes it there after the commit. */
@Component
@Transactional
public class Transmissions {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final CaseExits exits;
    private final Claims claims;
    private final HandoverTable table;
    private final DossierWriter writer;
    private final Reports reports;
    private final HandoverSettings settings;
    private final Journal journal;
    private final BusinessClock clock;
    private final ObjectMapper json;

    Transmissions(
            JdbcClient jdbc,
            Cases cases,
            CaseExits exits,
            Claims claims,
            HandoverTable table,
            DossierWriter writer,
            Reports reports,
            HandoverSettings settings,
            Journal journal,
            BusinessClock clock,
            ObjectMapper json) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.exits = exits;
        this.claims = claims;
        this.table = table;
        this.writer = writer;
        this.reports = reports;
        this.settings = settings;
        this.journal = journal;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Hands the released case over, once. If the agency has it already and is silent, it is reminded instead, at most once
     * a day.
     *
     * @throws IllegalStateException if nobody released the case
     */
    public void transmit(String caseNumber) {
        DunningCase of = cases.lock(caseNumber);
        Handover latest = table.latest(of.id())
                .orElseThrow(() -> new IllegalStateException("Nobody released case " + caseNumber));
        switch (latest.status()) {
            case RELEASED -> handOver(of, latest);
            case TRANSMITTED -> remind(of, latest);
            case TRANSMITTING, ACCEPTED, SETTLED -> {
                // done before; the engine may ask twice
            }
            case TO_CONFIRM, DECLINED, REJECTED, RECALLED ->
                throw new IllegalStateException(
                        "The hand-over of case %s is %s, not released".formatted(caseNumber, latest.status()));
        }
    }

    private void handOver(DunningCase of, Handover released) {
        List<Claim> ready = claims.of(of).stream().filter(Claim::isReady).toList();
        exits.handOver(of, ready.stream().map(Claim::id).toList());
        ready.forEach(claim -> jdbc.sql(
                        "insert into handover_item (handover_id, open_item_id, amount) values (:handover, :item, :amount)")
                .param("handover", released.id())
                .param("item", claim.id())
                .param("amount", claim.openAmount())
                .update());
        jdbc.sql("""
                        update handover set status = 'TRANSMITTING', dossier = :dossier, agency = :agency,
                            last_entry = (select coalesce(max(id), 0) from ledger_entry where account_id = :account)
                        where id = :id""")
                .param("dossier", text(writer.write(of, released, ready)))
                .param("agency", settings.agency())
                .param("account", of.accountId())
                .param("id", released.id())
                .update();
    }

    private void remind(DunningCase of, Handover silent) {
        String name = "reminder-" + clock.today();
        if (reports.add(silent, name, Map.of("kind", "REMINDER", "caseNumber", of.number()))) {
            journal.record(Cases.inCase("AgencyReminded", of));
        }
    }

    private String text(Dossier dossier) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(dossier);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The dossier of " + dossier.reference() + " can't be written", e);
        }
    }
}

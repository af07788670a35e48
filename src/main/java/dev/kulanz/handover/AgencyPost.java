package dev.kulanz.handover;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kulanz.cases.Cases;
import dev.kulanz.departures.SendingRests;
import dev.kulanz.journal.Journal;
import dev.kulanz.shared.BusinessClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings to the agency what was written down for it: dossiers, then what is told later. After a crash, or on two nodes at
 * once, the same file is written again under the same name.
 */
@Component
public class AgencyPost {

    private final JdbcClient jdbc;
    private final HandoverTable table;
    private final SendingRests rests;
    private final Agency agency;
    private final Dossiers dossiers;
    private final DossierPdf pdf;
    private final Cases cases;
    private final Journal journal;
    private final BusinessClock clock;
    private final ObjectMapper json;
    private final TransactionTemplate transaction;

    AgencyPost(
            JdbcClient jdbc,
            HandoverTable table,
            SendingRests rests,
            Agency agency,
            Dossiers dossiers,
            DossierPdf pdf,
            Cases cases,
            Journal journal,
            BusinessClock clock,
            ObjectMapper json,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.table = table;
        this.rests = rests;
        this.agency = agency;
        this.dossiers = dossiers;
        this.pdf = pdf;
        this.cases = cases;
        this.journal = journal;
        this.clock = clock;
        this.json = json;
        this.transaction = transaction;
    }

    /**
     * Something for the agency.
     *
     * @param report name of a report; null: the dossier
     */
    public record Parcel(UUID handoverId, @Nullable String report) {}

    /**
     * What is to be brought now: reports only of cases whose dossier has arrived. Dossiers wait while all that is sent for the
     * creditor is stopped, or rests until it is complete; reports are to the debtor's good. Where all sending rests nothing is
     * brought: what the database says may be old.
     */
    public List<Parcel> due(int limit) {
        if (rests.isResting()) {
            return List.of();
        }
        List<Parcel> due = new ArrayList<>(
                jdbc.sql("""
                        select h.id as handover_id, null as report from handover h join dunning_case k on k.id = h.case_id
                        where h.dossier is not null and h.transmitted_at is null
                          and not is_stopped(k.creditor_id, 'handover', 'AGENCY')
                          and k.creditor_id not in (select creditor_id from incomplete_creditor)
                        order by h.released_at limit :limit""").param("limit", limit).query(Parcel.class).list());
        due.addAll(jdbc.sql("""
                        select r.handover_id, r.name as report from handover_report r
                        join handover h on h.id = r.handover_id and h.transmitted_at is not null
                        where r.reported_at is null order by r.created_at limit :limit""").param("limit", limit).query(Parcel.class).list());
        return due;
    }

    /** @throws UncheckedIOException if it did not get there; it stays due */
    public void bring(Parcel parcel) {
        if (rests.isResting()) {
            return;
        }
        Handover of = table.get(parcel.handoverId());
        try {
            if (parcel.report() == null) {
                bringDossier(of);
            } else {
                bringReport(of, parcel.report());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void bringDossier(Handover of) throws IOException {
        String text = dossier(of.id());
        Optional<String> before = dossiers.broughtBefore(of.reference());
        String receipt = before.isPresent()
                ? before.get()
                : agency.transmit(of.reference(), text, pdf.of(json.readValue(text, Dossier.class)));
        transaction.executeWithoutResult(status -> {
            boolean first = jdbc.sql("""
                            update handover set transmitted_at = :now, receipt = :receipt,
                                status = case status when 'TRANSMITTING' then 'TRANSMITTED' else status end
                            where id = :id and transmitted_at is null""")
                            .param("now", Timestamp.from(clock.instant()))
                            .param("receipt", receipt)
                            .param("id", of.id())
                            .update()
                    == 1;
            if (first) {
                journal.record(Cases.inCase("HandoverTransmitted", cases.get(of.caseNumber()))
                        .with("receipt", receipt));
            }
        });
    }

    private void bringReport(Handover of, String name) throws IOException {
        String body = jdbc.sql("select body from handover_report where handover_id = :id and name = :name")
                .param("id", of.id())
                .param("name", name)
                .query(String.class)
                .single();
        agency.report(of.reference(), name, body);
        jdbc.sql("update handover_report set reported_at = :now where handover_id = :id and name = :name")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", of.id())
                .param("name", name)
                .update();
    }

    private String dossier(UUID id) {
        return jdbc.sql("select dossier from handover where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }
}

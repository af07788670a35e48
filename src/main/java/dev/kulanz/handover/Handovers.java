package dev.kulanz.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.shared.Refusal;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads hand-overs. */
@Component
@Transactional(readOnly = true)
public class Handovers {

    private final JdbcClient jdbc;
    private final HandoverTable table;
    private final DossierPdf pdf;
    private final ObjectMapper json;

    Handovers(JdbcClient jdbc, HandoverTable table, DossierPdf pdf, ObjectMapper json) {
        this.jdbc = jdbc;
        this.table = table;
        this.pdf = pdf;
        this.json = json;
    }

    /** All hand-overs of a case, the latest first. */
    public List<Handover> ofCase(DunningCase of) {
        return table.ofCase(of.id());
    }

    /**
     * The dossier as the agency got it, as PDF.
     *
     * @throws Refusal if the case has no such hand-over, or no dossier was written for it
     */
    public byte[] dossierPdf(DunningCase of, UUID handoverId) {
        String text = jdbc.sql(
                        "select dossier from handover where id = :id and case_id = :case and dossier is not null")
                .param("id", handoverId)
                .param("case", of.id())
                .query(String.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("Case " + of.number() + " has no such dossier."));
        try {
            return pdf.of(json.readValue(text, Dossier.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The dossier " + handoverId + " can't be read", e);
        }
    }
}

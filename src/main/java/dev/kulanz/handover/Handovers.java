package dev.kulanz.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.shared.Refusal;
import java.util.List;
import java.util.Optional;
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
    private final HandoverSettings settings;
    private final ObjectMapper json;

    Handovers(JdbcClient jdbc, HandoverTable table, DossierPdf pdf, HandoverSettings settings, ObjectMapper json) {
        this.jdbc = jdbc;
        this.table = table;
        this.settings = settings;
        this.pdf = pdf;
        this.json = json;
    }

    /** All hand-overs of a case, the latest first. */
    public List<Handover> ofCase(DunningCase of) {
        return table.ofCase(of.id());
    }

    /**
     * The agency that a case was given to last, with its address, in one line: the one of that time, and where it was not
     * kept the one that is configured. Empty if none was ever named, or the case was given to none.
     */
    public Optional<String> agencyOf(DunningCase of) {
        return jdbc.sql("""
                        select agency from handover where case_id = :case and dossier is not null
                        order by round desc, attempt desc limit 1""")
                .param("case", of.id())
                .query((row, index) -> Optional.ofNullable(row.getString("agency")))
                .optional()
                .flatMap(named -> named.or(() -> Optional.ofNullable(settings.agency())));
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

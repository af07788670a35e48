package dev.kulanz.contact;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letters as they went out, each an A4 PDF that never changes any more. */
@Component
@Transactional
public class Letters {

    private final JdbcClient jdbc;

    Letters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The PDF of a contact; empty if it is no letter or has not been written yet. */
    @Transactional(readOnly = true)
    public Optional<byte[]> of(UUID contactId) {
        return jdbc.sql("select pdf from contact_letter where contact_id = :id")
                .param("id", contactId)
                .query((row, index) -> row.getBytes("pdf"))
                .optional();
    }

    /** Written anew only if the one before could not be handed over. */
    void keep(UUID contactId, byte[] pdf) {
        jdbc.sql("""
                        insert into contact_letter (contact_id, pdf) values (:id, :pdf)
                        on conflict (contact_id) do update set pdf = excluded.pdf""").param("id", contactId).param("pdf", pdf).update();
    }
}

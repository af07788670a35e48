package dev.kulanz.contact;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The letters as they went out, each an A4 PDF that never changes any more. What a letter says is frozen with its
 * contact; it is printed when its PDF is first needed, outside of any transaction, as printing takes long.
 */
@Component
public class Letters {

    private final JdbcClient jdbc;
    private final Print print;

    Letters(JdbcClient jdbc, Print print) {
        this.jdbc = jdbc;
        this.print = print;
    }

    /** The PDF of a contact; empty if it is no letter or has not been written yet. */
    public Optional<byte[]> of(UUID contactId) {
        jdbc.sql("select page from contact_letter where contact_id = :id and pdf is null")
                .param("id", contactId)
                .query(String.class)
                .optional()
                .ifPresent(page -> keep(contactId, page, print.pdf(page)));
        return jdbc.sql("select pdf from contact_letter where contact_id = :id and pdf is not null")
                .param("id", contactId)
                .query((row, index) -> row.getBytes("pdf"))
                .optional();
    }

    /** Of two who print at the same moment the first one's stays; a page written anew meanwhile is not overwritten. */
    private void keep(UUID contactId, String page, byte[] pdf) {
        jdbc.sql("update contact_letter set pdf = :pdf, page = null where contact_id = :id and page = :page")
                .param("pdf", pdf)
                .param("id", contactId)
                .param("page", page)
                .update();
    }

    /** Written anew only if the one before could not be handed over. */
    void write(UUID contactId, String page) {
        jdbc.sql("""
                        insert into contact_letter (contact_id, page) values (:id, :page)
                        on conflict (contact_id) do update set page = excluded.page, pdf = null""").param("id", contactId).param("page", page).update();
    }
}

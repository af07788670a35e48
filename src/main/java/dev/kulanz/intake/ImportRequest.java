package dev.kulanz.intake;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.shared.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A file to import, how, and for whom.
 *
 * @param text in which encoding the file is
 * @param at business time
 */
record ImportRequest(UploadedFile file, TextCheck.Found text, ImportOptions options, CreditorScope scope, Instant at) {

    /** The rows of the file, from its beginning. */
    CsvFile rows() {
        return new CsvFile(file.path(), text.charset());
    }

    LocalDate today() {
        return LocalDate.ofInstant(at, BusinessClock.ZONE);
    }
}

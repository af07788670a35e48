package dev.kulanz.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kulanz.receivables.Essential;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A creditor that a file names and of whom there is something to say.
 *
 * @param isNew it was not there before this file
 * @param missing what it has not said: until then nothing is sent for it
 * @param meant another creditor whose id is so much like its own that it may have been meant; only of a new one
 */
public record NamedCreditor(
        String creditorId,
        String name,
        boolean isNew,
        List<Essential> missing,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String meant) {}

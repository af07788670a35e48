package dev.kulanz.receivables;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A creditor as the API shows it.
 *
 * @param inForce the terms of a case that is opened today
 * @param terms all that were set, the earliest first, also those to come
 * @param complete whether anything is sent for it
 * @param missing what has to be said before anything is
 */
record CreditorView(
        @JsonUnwrapped Creditor creditor,
        @JsonUnwrapped Terms inForce,
        List<DatedTerms> terms,
        boolean complete,
        List<Essential> missing) {}

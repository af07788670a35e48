package dev.kulanz.handover;

import org.jspecify.annotations.Nullable;

/**
 * What the agency says about a case, by the API or as a file.
 *
 * @param answerId chosen by the agency; the same answer twice counts once
 * @param answer ACCEPTED, REJECTED or RECALLED
 * @param agencyReference the agency's own number
 */
public record AgencyAnswer(
        @Nullable String answerId,
        @Nullable String caseNumber,
        @Nullable String answer,
        @Nullable String reason,
        @Nullable String agencyReference) {

    AgencyAnswer about(String number) {
        return new AgencyAnswer(answerId, number, answer, reason, agencyReference);
    }
}

package dev.kulanz.intake;

import java.util.List;

/**
 * What of the coming messages is because of a file, told apart from what comes with or without it: the ladders are asked once
 * before anything of the file is written and once after it, and what they say of each account is compared by step, day,
 * channel and amount. Each account has one coming message at most.
 *
 * @param newContacts messages that would not come without the file
 * @param changedContacts messages that come with another step, day, channel or amount than without it
 * @param anywayContacts messages that come the same without it
 * @param preventedContacts messages that would come without it and do not come with it
 * @param caused the new and changed ones, by day, the first {@value Findings#LIMIT}
 * @param causedDays all of these by day and currency
 * @param anyway those that come anyway, the first {@value Findings#LIMIT}
 * @param anywayDays all of these by day and currency
 * @param prevented those that do not come any more, as they would have come, the first {@value Findings#LIMIT}
 * @param preventedDays all of these by day and currency
 */
public record FileEffect(
        long newContacts,
        long changedContacts,
        long anywayContacts,
        long preventedContacts,
        List<UpcomingContact> caused,
        List<UpcomingDay> causedDays,
        List<UpcomingContact> anyway,
        List<UpcomingDay> anywayDays,
        List<UpcomingContact> prevented,
        List<UpcomingDay> preventedDays) {

    /** What a file has to do with a message. */
    public enum Cause {
        /** It would not come without the file. */
        NEW,
        /** It comes otherwise than without the file. */
        CHANGED,
        /** It comes the same without the file. */
        ANYWAY,
        /** It would come without the file. */
        PREVENTED
    }

    /** Why a message does not come any more. */
    public enum Prevention {
        /** What it would ask for is cleared, paid or credited. */
        NOTHING_OPEN,
        /** A block holds. */
        BLOCKED,
        /** Too little is left to be asked for. */
        TOO_LITTLE,
        /** It is due later than within seven days, or the ladder stands elsewhere. */
        LATER
    }
}

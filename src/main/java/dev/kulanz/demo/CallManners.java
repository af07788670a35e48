package dev.kulanz.demo;

import dev.kulanz.shared.BusinessClock;
import dev.kulanz.voice.Telephony;
import java.time.LocalDate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * How people of the sample portfolio take a call: some promise, some are busy today and answer another day, a few are
 * somebody else. Each number has its manners for good, so that the demo tells the same story each time.
 */
@Component
@Profile("demo")
class CallManners {

    private final BusinessClock clock;

    CallManners(BusinessClock clock) {
        this.clock = clock;
    }

    Reaction of(Telephony.Destination destination) {
        int share = Lot.of(destination.number()).hundredth();
        String language = destination.language();
        LocalDate day = clock.today().plusDays(3 + share % 10);
        if (share < 30) {
            return Reaction.promises(day, language);
        }
        if (share < 40) {
            return Reaction.listens(language);
        }
        if (share < 55) {
            return isHome() ? Reaction.promises(day, language) : new Reaction.Busy();
        }
        if (share < 75) {
            return isHome() ? Reaction.listens(language) : new Reaction.NoAnswer();
        }
        if (share < 88) {
            return new Reaction.Voicemail();
        }
        return share < 94 ? Reaction.isSomebodyElse(language) : Reaction.asksForAPerson(language);
    }

    /** Every third day of those on which we may try again. */
    private boolean isHome() {
        return clock.today().toEpochDay() / 2 % 3 == 0;
    }
}

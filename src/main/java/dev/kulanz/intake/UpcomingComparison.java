package dev.kulanz.intake;

import dev.kulanz.intake.FileEffect.Cause;
import dev.kulanz.intake.FileEffect.Prevention;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Coming messages with a file, beside those without it. */
final class UpcomingComparison {

    private final Map<UUID, UpcomingContact> without;
    private final UpcomingList all = new UpcomingList();
    private final UpcomingList caused = new UpcomingList();
    private final UpcomingList anyway = new UpcomingList();
    private final UpcomingList prevented = new UpcomingList();
    private long changed;

    /** @param without the messages that come without the file, by account */
    UpcomingComparison(Map<UUID, UpcomingContact> without) {
        this.without = new HashMap<>(without);
    }

    /** A message that comes with the file. */
    void add(UUID account, UpcomingContact contact) {
        UpcomingContact told = beside(contact, without.remove(account));
        all.add(told);
        if (told.cause() == Cause.ANYWAY) {
            anyway.add(told);
        } else {
            caused.add(told);
            changed += told.cause() == Cause.CHANGED ? 1 : 0;
        }
    }

    private static UpcomingContact beside(UpcomingContact contact, @Nullable UpcomingContact before) {
        if (before == null) {
            return contact.because(Cause.NEW, null, null);
        }
        return contact.isSameAs(before)
                ? contact.because(Cause.ANYWAY, null, null)
                : contact.because(Cause.CHANGED, UpcomingContact.Without.of(before), null);
    }

    /** The accounts of which no message comes any more, those with the first messages first. */
    List<UUID> missing() {
        return without.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<UUID, UpcomingContact> one) ->
                                one.getValue().date())
                        .thenComparing(one -> one.getValue().name()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** @param why what prevents a message of an account */
    void prevent(List<UUID> accounts, Function<UUID, Prevention> why) {
        accounts.forEach(account -> prevented.add(
                Objects.requireNonNull(without.get(account)).because(Cause.PREVENTED, null, why.apply(account))));
    }

    UpcomingList all() {
        return all;
    }

    FileEffect effect() {
        return new FileEffect(
                caused.total() - changed,
                changed,
                anyway.total(),
                prevented.total(),
                caused.first(),
                caused.days(),
                anyway.first(),
                anyway.days(),
                prevented.first(),
                prevented.days());
    }
}

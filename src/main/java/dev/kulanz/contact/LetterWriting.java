package dev.kulanz.contact;

import dev.kulanz.contact.print.PrintedText;
import dev.kulanz.receivables.Creditor;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.receivables.Representative;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Can this letter be written? Not if our fonts lack a letter of it, or if the address or the sender find no room where
 * they must stand: a letter to somebody else's name, or half of one, is no notice. It then takes another way, or a person
 * looks after it.
 */
public final class LetterWriting {

    private LetterWriting() {}

    /** What keeps a letter from being written; each is looked after by somebody else. */
    public enum Obstacle {
        /** What the creditor says of itself can't be shown, or finds no room. */
        SENDER,
        /** The name of who gets it can't be shown. */
        NAME,
        /** The address can't be shown. */
        ADDRESS,
        /** The address can be shown, but finds no room in the window. */
        NO_ROOM,
        /** The customer number or something of an invoice can't be shown. */
        INVOICE
    }

    /**
     * What keeps a letter to the debtor from being written, the most general first; empty: nothing.
     *
     * @param items what it tells of
     */
    public static Optional<Obstacle> obstacle(Creditor from, Debtor to, List<ItemBalance> items) {
        return obstacle(from, to, null, words(to, items));
    }

    /**
     * @param instead who gets it in the debtor's place
     * @param items what it tells of
     */
    static boolean canWrite(Creditor from, Debtor to, @Nullable Representative instead, List<ItemBalance> items) {
        List<@Nullable String> words = words(to, items);
        words.add(to.name()); // it is named, whoever gets the letter
        return obstacle(from, to, instead, words).isEmpty();
    }

    /**
     * Whether one to the debtor can be written, asked of many before they have a case.
     *
     * @param words what it says of what is owed, in any order
     */
    public static boolean canWriteWords(Creditor from, Debtor to, List<@Nullable String> words) {
        return obstacle(from, to, null, words).isEmpty();
    }

    /** Whether a letter can show these words. */
    public static boolean canShow(String words) {
        return PrintedText.of(words).isWhole();
    }

    /** Of what stands on each of the creditor's letters the settings that can't be shown, with the code points that can't. */
    static Map<String, String> notShown(Creditor from) {
        Map<String, @Nullable String> head = new LinkedHashMap<>();
        head.put("name", from.name());
        head.put("street", from.street());
        head.put("postcode", from.postcode());
        head.put("city", from.city());
        head.put("email", from.email());
        head.put("phone", from.phone());
        head.put("website", from.website());
        head.put("legalNotice", from.legalNotice());
        head.put("privacyUrl", from.privacyUrl());
        head.put("accounts[0].name", holder(from));
        Map<String, String> notShown = new LinkedHashMap<>();
        head.forEach((setting, said) -> {
            PrintedText printed = PrintedText.of(Objects.requireNonNullElse(said, ""));
            if (!printed.isWhole()) {
                notShown.put(setting, PrintedText.named(printed.missing()));
            }
        });
        return notShown;
    }

    private static List<@Nullable String> words(Debtor to, List<ItemBalance> items) {
        List<@Nullable String> words = new ArrayList<>();
        words.add(to.externalId());
        items.forEach(item -> {
            words.add(item.invoiceId());
            words.add(item.subject());
        });
        return words;
    }

    private static Optional<Obstacle> obstacle(
            Creditor from, Debtor to, @Nullable Representative instead, List<@Nullable String> words) {
        if (!notShown(from).isEmpty()
                || LetterPlaces.returnLine(from).isEmpty()
                || LetterPlaces.head(from).isEmpty()) {
            return Optional.of(Obstacle.SENDER);
        }
        Representative elsewhere = instead == null || instead.address() == null ? null : instead;
        if (!allShown(elsewhere == null ? Stream.of(to.name(), to.contactName()) : Stream.of(elsewhere.name()))) {
            return Optional.of(Obstacle.NAME);
        }
        if (elsewhere == null && !allShown(Stream.of(to.street(), to.postcode(), to.city()))) {
            return Optional.of(Obstacle.ADDRESS);
        }
        if (!Stream.of(Locale.GERMANY, Locale.UK).allMatch(locale -> LetterPlaces.address(to, instead, from, locale)
                .isPresent())) {
            return Optional.of(Obstacle.NO_ROOM);
        }
        return allShown(words.stream()) ? Optional.empty() : Optional.of(Obstacle.INVOICE);
    }

    private static boolean allShown(Stream<@Nullable String> words) {
        return words.filter(Objects::nonNull)
                .allMatch(one -> PrintedText.of(one).isWhole());
    }

    private static @Nullable String holder(Creditor from) {
        Creditor.Account account = from.mainAccount();
        return account == null ? null : account.name();
    }
}

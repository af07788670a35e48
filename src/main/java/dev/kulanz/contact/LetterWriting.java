package dev.kulanz.contact;

import dev.kulanz.contact.print.PrintedText;
import dev.kulanz.receivables.Creditor;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.receivables.Representative;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Can this letter be written? Not if our fonts lack a letter of it, or if the address or the sender find no room where
 * they must stand: a letter to somebody else's name, or half of one, is no notice. It then takes another way, or a person
 * looks after it.
 */
public final class LetterWriting {

    private LetterWriting() {}

    /**
     * @param items what it tells of
     */
    public static boolean canWrite(Creditor from, Debtor to, List<ItemBalance> items) {
        return canWrite(from, to, null, items);
    }

    /**
     * @param instead who gets it in the debtor's place
     * @param items what it tells of
     */
    static boolean canWrite(Creditor from, Debtor to, @Nullable Representative instead, List<ItemBalance> items) {
        List<@Nullable String> words = new ArrayList<>();
        words.add(to.externalId());
        items.forEach(item -> {
            words.add(item.invoiceId());
            words.add(item.subject());
        });
        words.add(to.name());
        return canWriteWords(from, to, instead, words);
    }

    /**
     * The same, asked of many before they have a case.
     *
     * @param words what it says of what is owed, in any order
     */
    public static boolean canWriteWords(Creditor from, Debtor to, List<@Nullable String> words) {
        return canWriteWords(from, to, null, words);
    }

    private static boolean canWriteWords(
            Creditor from, Debtor to, @Nullable Representative instead, List<@Nullable String> words) {
        return allShown(words)
                && allShown(
                        from.phone(), from.email(), from.website(), from.legalNotice(), from.privacyUrl(), holder(from))
                && Stream.of(Locale.GERMANY, Locale.UK)
                        .allMatch(locale ->
                                LetterPlaces.address(to, instead, from, locale).isPresent())
                && LetterPlaces.returnLine(from).isPresent()
                && LetterPlaces.head(from).isPresent();
    }

    private static boolean allShown(@Nullable String... words) {
        return allShown(Arrays.asList(words));
    }

    private static boolean allShown(List<@Nullable String> words) {
        return words.stream().filter(Objects::nonNull).allMatch(one -> PrintedText.of(one)
                .isWhole());
    }

    private static @Nullable String holder(Creditor from) {
        Creditor.Account account = from.mainAccount();
        return account == null ? null : account.name();
    }
}

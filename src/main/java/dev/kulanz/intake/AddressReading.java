package dev.kulanz.intake;

import dev.kulanz.receivables.ContactPoint;
import dev.kulanz.receivables.ContactPoints;
import dev.kulanz.receivables.WrittenContact;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Unseen;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Contact points as {@link ContactPoints} keeps them. Of several in one field the first is taken; whose the others are nobody
 * knows, so they are left out and named.
 */
record AddressReading(ContactPoint.Kind kind) implements Reading {

    private static final Pattern PARTS = Pattern.compile(";");
    private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

    @Override
    public String canonical(String written) throws Unreadable {
        return read(written, WrittenContact.NOWHERE).value();
    }

    @Override
    public String canonical(String written, Beside beside) throws Unreadable {
        WrittenContact contact = read(ofDebtor(written, beside), beside.country());
        if (!contact.others().isEmpty()) {
            beside.remark(
                    "address.several",
                    "holds several: the first, {0}, was taken, and left out was {1}.",
                    Legible.quoted(contact.value()),
                    Legible.shown(String.join(", ", contact.others())));
        } else if (kind == ContactPoint.Kind.EMAIL && !contact.value().equals(written)) {
            beside.remark(
                    "address.within",
                    "holds something else beside the address: {0} was taken from {1}.",
                    Legible.quoted(contact.value()),
                    Legible.quoted(written));
        } else if (kind != ContactPoint.Kind.EMAIL && written.chars().anyMatch(Character::isLetter)) {
            beside.remark(
                    "address.within-number",
                    "holds something else beside the number: {0} was taken from {1}.",
                    Legible.quoted(contact.value()),
                    Legible.quoted(written));
        }
        return contact.value();
    }

    /** Of several that are named the one who has the debtor's name, also where others who share a part of it have no address. */
    private String ofDebtor(String written, Beside beside) {
        if (kind != ContactPoint.Kind.EMAIL || written.indexOf(';') < 0 || written.indexOf('<') < 0) {
            return written;
        }
        boolean isRead = WrittenContact.read(kind, written, beside.country()).isPresent();
        if (!isRead && WrittenContact.doubt(kind, written, beside.country()) != WrittenContact.Doubt.NAMES) {
            return written;
        }
        List<String> parts = PARTS.splitAsStream(written).toList();
        List<String> debtor = words(beside.field(Column.NAME));
        List<String> his = debtor.isEmpty()
                ? List.of()
                : parts.stream()
                        .filter(part -> part.indexOf('<') > 0
                                && words(part.substring(0, part.indexOf('<'))).equals(debtor))
                        .toList();
        boolean isHis = his.size() == 1 && (isRead ? parts.indexOf(his.get(0)) > 0 : areNamesakes(parts, debtor));
        return isHis ? his.get(0).strip() : written;
    }

    /** {@code Tot; Max Muster <…>}: what shares no part of his name may be a remark. */
    private static boolean areNamesakes(List<String> parts, List<String> debtor) {
        return parts.stream()
                .filter(part -> part.indexOf('@') < 0 && !part.isBlank())
                .allMatch(part -> words(part).stream().anyMatch(word -> word.length() > 2 && debtor.contains(word)));
    }

    private static List<String> words(String name) {
        return NO_WORDS.splitAsStream(Unseen.foldedText(name).toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .sorted()
                .toList();
    }

    private WrittenContact read(String written, String country) throws Unreadable {
        if (kind != ContactPoint.Kind.EMAIL && SpreadsheetDamage.isScientific(written)) {
            throw new Unreadable(
                    "phone.digits",
                    "was kept as a number by a spreadsheet ({0}): its last digits are gone, and it was left out. "
                            + "Please export the list again with this column as text.",
                    Legible.quoted(written));
        }
        return WrittenContact.read(kind, written, country).orElseThrow(() -> left(written, country));
    }

    private Unreadable left(String written, String country) {
        if (kind == ContactPoint.Kind.EMAIL) {
            return switch (WrittenContact.doubt(kind, written, country)) {
                case NONE -> new Unreadable("email", "is not an e-mail address and was left out.");
                case NAMES ->
                    new Unreadable(
                            "email.names",
                            "names several, not each of them with an address ({0}), and nobody can tell whether the "
                                    + "debtor is the one who has it: it was left out. Please write his address alone.",
                            Legible.quoted(written));
                case UNCLEAR, ABROAD, LENGTH ->
                    new Unreadable(
                            "email.unclear",
                            "holds something else beside the address ({0}), and nobody can tell whether it is the debtor's "
                                    + "own: it was left out. Please write his address alone.",
                            Legible.quoted(written));
            };
        }
        return switch (WrittenContact.doubt(kind, written, country)) {
            case NONE -> new Unreadable("phone", "is not a phone number and was left out. Example: +49 30 1234567");
            case UNCLEAR, NAMES ->
                new Unreadable(
                        "phone.unclear",
                        "holds something else beside the number ({0}), and nobody can tell whether it is the debtor's own: "
                                + "it was left out. Please write his number alone.",
                        Legible.quoted(written));
            case ABROAD ->
                new Unreadable(
                        "phone.abroad",
                        "has no country code ({0}), and can't be told for a number of the debtor's country: it was left "
                                + "out. Please write it like +49 30 1234567, or fill in the column “country”.",
                        Legible.quoted(written));
            case LENGTH ->
                new Unreadable(
                        "phone.length",
                        "is no phone number of {1} ({0}): too short or too long? It was left out.",
                        Legible.quoted(written),
                        country);
        };
    }
}

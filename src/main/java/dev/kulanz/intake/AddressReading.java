package dev.kulanz.intake;

import dev.kulanz.receivables.ContactPoint;
import dev.kulanz.receivables.ContactPoints;
import dev.kulanz.receivables.WrittenContact;
import dev.kulanz.shared.Legible;

/**
 * Contact points as {@link ContactPoints} keeps them. Of several in one field the first is taken; whose the others are nobody
 * knows, so they are left out and named.
 */
record AddressReading(ContactPoint.Kind kind) implements Reading {

    @Override
    public String canonical(String written) throws Unreadable {
        return read(written, WrittenContact.NOWHERE).value();
    }

    @Override
    public String canonical(String written, Beside beside) throws Unreadable {
        WrittenContact contact = read(written, beside.country());
        if (!contact.others().isEmpty()) {
            beside.remark(
                    "address.several",
                    "holds several: the first, {0}, was taken, and left out was {1}.",
                    Legible.quoted(contact.value()),
                    Legible.shown(String.join(", ", contact.others())));
        } else if (kind == ContactPoint.Kind.EMAIL && !contact.value().equals(written)) {
            beside.remark(
                    "address.within",
                    "holds more than an address: {0} was taken from {1}.",
                    Legible.quoted(contact.value()),
                    Legible.quoted(written));
        } else if (kind != ContactPoint.Kind.EMAIL && written.chars().anyMatch(Character::isLetter)) {
            beside.remark(
                    "address.within-number",
                    "holds more than a number: {0} was taken from {1}.",
                    Legible.quoted(contact.value()),
                    Legible.quoted(written));
        }
        return contact.value();
    }

    private WrittenContact read(String written, String country) throws Unreadable {
        if (kind != ContactPoint.Kind.EMAIL && SpreadsheetDamage.isScientific(written)) {
            throw new Unreadable(
                    "phone.digits",
                    "was kept as a number by a spreadsheet ({0}): its last digits are gone, and it was left out. "
                            + "Please export the list again with this column as text.",
                    Legible.quoted(written));
        }
        return WrittenContact.read(kind, written, country).orElseThrow(() -> left(written));
    }

    private Unreadable left(String written) {
        if (kind == ContactPoint.Kind.EMAIL) {
            return WrittenContact.doubt(kind, written) == WrittenContact.Doubt.NONE
                    ? new Unreadable("email", "is not an e-mail address and was left out.")
                    : new Unreadable(
                            "email.unclear",
                            "holds more than an address ({0}), and nobody can tell whether it is the debtor's own: it was "
                                    + "left out. Please write his address alone.",
                            Legible.quoted(written));
        }
        return switch (WrittenContact.doubt(kind, written)) {
            case NONE -> new Unreadable("phone", "is not a phone number and was left out. Example: +49 30 1234567");
            case UNCLEAR ->
                new Unreadable(
                        "phone.unclear",
                        "holds more than a number ({0}), and nobody can tell whether it is the debtor's own: it was left "
                                + "out. Please write his number alone.",
                        Legible.quoted(written));
            case ABROAD ->
                new Unreadable(
                        "phone.abroad",
                        "has no country code ({0}), and can't be told for a number of the debtor's country: it was left "
                                + "out. Please write it like +49 30 1234567, or fill in the column “country”.",
                        Legible.quoted(written));
        };
    }
}

package dev.kulanz.intake;

import dev.kulanz.receivables.ContactPoint;
import dev.kulanz.receivables.ContactPoints;

/** Contact points as {@link ContactPoints} keeps them. */
final class Addresses {

    private Addresses() {}

    static String email(String written) throws Unreadable {
        return ContactPoints.normalized(ContactPoint.Kind.EMAIL, written)
                .orElseThrow(() -> new Unreadable("email", "is not an e-mail address and was left out."));
    }

    static String phone(String written) throws Unreadable {
        return number(ContactPoint.Kind.PHONE, written);
    }

    static String mobile(String written) throws Unreadable {
        return number(ContactPoint.Kind.MOBILE, written);
    }

    private static String number(ContactPoint.Kind kind, String written) throws Unreadable {
        return ContactPoints.normalized(kind, written)
                .orElseThrow(() ->
                        new Unreadable("phone", "is not a phone number and was left out. Example: +49 30 1234567"));
    }
}

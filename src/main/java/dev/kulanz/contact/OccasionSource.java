package dev.kulanz.contact;

import java.util.Optional;

/** A module that knows what is behind the occasion of a contact, e.g. {@code promise:} and the promise's id. */
public interface OccasionSource {

    /** Empty if the contact's occasion is none of this module's, or not known any more. */
    Optional<Occasion> behind(Contact contact);
}

package dev.kulanz.contact;

/** Over what a debtor is contacted. */
public enum Channel {
    EMAIL,
    SMS,
    WHATSAPP,
    LETTER,
    VOICE
}

package dev.kulanz.contact;

/** What a contact is for; "owed?", "blocked?" and the budget bind demands only. */
public enum Purpose {
    /** Asks for money. */
    DEMAND,
    /** Confirms, thanks or answers; never carries a new demand. */
    SERVICE
}

package dev.kulanz.contact;

/** What a contact failed of, if it was not an outage: only this speaks against trying the same again. */
enum Fault {
    ADDRESS,
    MESSAGE
}

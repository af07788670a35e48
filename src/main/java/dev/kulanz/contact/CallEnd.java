package dev.kulanz.contact;

/**
 * How a call ended, for who waits for it.
 *
 * @param again whether another call could help: the debtor was not reached, and a number of his is known
 */
public record CallEnd(CallOutcome outcome, boolean again) {}

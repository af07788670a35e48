package dev.kulanz.receivables;

/** A list of open items is in. Told when its transaction is over: others see what it brought. */
public record ListKept() {}

package dev.kulanz.cases;

/** A younger case of an account joined one that came back, with its items and blocks; told before it ends. */
public record CaseJoined(DunningCase younger, DunningCase into) {}

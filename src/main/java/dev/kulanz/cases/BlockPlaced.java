package dev.kulanz.cases;

/** A block was placed; told within its transaction. */
public record BlockPlaced(DunningCase on, CaseBlock block) {}

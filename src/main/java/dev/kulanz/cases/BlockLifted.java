package dev.kulanz.cases;

/** A block was lifted; told within its transaction. */
public record BlockLifted(DunningCase on, CaseBlock block) {}

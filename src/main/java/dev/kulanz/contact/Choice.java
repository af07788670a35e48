package dev.kulanz.contact;

/** A permitted way to contact somebody, as the rules name it. Rank 1 is the most fitting. */
public record Choice(Channel channel, String tone, String style, int rank) {}

package dev.kulanz.watch;

/** Something that can go wrong while nobody looks. Each bean of this type is watched. */
public interface Watch {

    /** What it is called and how it is told; always the same. */
    Sign sign();

    /**
     * Looks once: in a set statement or two, whatever the size of the portfolio, and without names of people. What fails is told
     * by itself, as the alarm {@code watch-blind}.
     */
    Reading look();
}

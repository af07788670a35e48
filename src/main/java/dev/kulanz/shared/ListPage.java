package dev.kulanz.shared;

/**
 * A part of a list, as callers of the API ask for it.
 *
 * @param page counts from 0
 * @param size entries a page, 1 to {@value #LARGEST}
 */
public record ListPage(int page, int size) {

    private static final int LARGEST = 500;

    /** @throws Refusal naming what is out of range */
    public ListPage {
        if (size < 1 || size > LARGEST) {
            throw Refusal.unacceptable("size", "A page has 1 to " + LARGEST + " entries.");
        }
        if (page < 0 || page > Integer.MAX_VALUE / size) {
            throw Refusal.unacceptable("page", "Pages count from 0 to " + Integer.MAX_VALUE / size + ".");
        }
    }

    /** How many entries stand before it. */
    public int offset() {
        return page * size;
    }
}

package dev.kulanz.access.doors;

import java.io.IOException;

/** What was sent did not come, or so slowly that nobody may wait for it. */
public final class BodyTooSlow extends IOException {

    private static final long serialVersionUID = 1L;

    public BodyTooSlow() {
        super("A body came too slowly.");
    }
}
